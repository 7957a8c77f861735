package dev.interloper.core.cure;

import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What to tell whoever runs a product that decrypts: where its bypass list is, how it is written, and which version mended what. The
 * rows are data, {@code product-advice.tsv}. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ProductAdvice {

    private static final List<String> COLUMNS = List.of("words", "format", "place", "upgrade", "date", "source");
    private static final List<ProductAdvice> ALL =
            Table.bundled(ProductAdvice.class, "product-advice.tsv", ProductAdvice::parse);

    private final List<String> words;
    private final Optional<BypassRenderer> renderer;
    private final String place;
    private final Optional<String> upgrade;

    private ProductAdvice(Row row) throws TableException {
        words = List.of(row.text("words").split("\\|", -1));
        renderer = row.optional("format").flatMap(BypassRenderers::of);
        if (row.optional("format").isPresent() && renderer.isEmpty()) {
            throw row.expected("the id of a bypass list's format", "format");
        }
        place = row.text("place");
        upgrade = row.optional("upgrade");
        row.date("date");
        row.text("source");
    }

    private static List<ProductAdvice> parse(Reader reader, String file) throws IOException {
        List<ProductAdvice> all = new ArrayList<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            all.add(new ProductAdvice(row));
        }
        return List.copyOf(all);
    }

    /**
     * What is known for a product.
     *
     * @param name a product's or an engine's name, with its vendor's if it is known, in any case
     * @return the first row of which it contains a word; empty if there is none
     */
    public static Optional<ProductAdvice> of(String name) {
        String lower = Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(advice -> advice.words.stream().anyMatch(lower::contains))
                .findFirst();
    }

    static List<ProductAdvice> all() {
        return ALL;
    }

    /**
     * What writes its bypass list.
     *
     * @return empty if nothing does
     */
    public Optional<BypassRenderer> renderer() {
        return renderer;
    }

    /**
     * Where the bypass list is.
     *
     * @return a phrase
     */
    public String place() {
        return place;
    }

    /**
     * In which version the vendor mended what decryption breaks.
     *
     * @return a sentence; empty if none is known
     */
    public Optional<String> upgrade() {
        return upgrade;
    }

    /** The words by which the product is known, and the place. */
    @Override
    public String toString() {
        return String.join("|", words) + ": " + place;
    }
}
