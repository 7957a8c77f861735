package dev.interloper.core.client;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.product.Strength;
import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hellos that interception products are known to send. Immutable, thread-safe.
 *
 * <p>A file of hellos is text in UTF-8, one hello a line, columns separated by one tab. Lines that are blank or begin with
 * {@code #} are skipped; the first other line holds the names of the columns: {@code product vendor kind version suites
 * extensions groups formats strength date source}. Numbers are hexadecimal, lists in the order of the wire and without GREASE
 * and padding; {@code -} is an empty list, {@code *} any.
 *
 * @since 0.1
 */
public final class HelloCatalog {

    private static final String RESOURCE = "hellos.tsv";
    private static final List<String> COLUMNS = List.of(
            "product",
            "vendor",
            "kind",
            "version",
            "suites",
            "extensions",
            "groups",
            "formats",
            "strength",
            "date",
            "source");
    private static final HelloCatalog NONE = new HelloCatalog(List.of());

    private final List<KnownHello> hellos;

    private HelloCatalog(Collection<KnownHello> hellos) {
        this.hellos = List.copyOf(hellos);
    }

    /**
     * The catalog that comes with this library: dated and sourced rows.
     *
     * @return the bundled catalog, always the same instance
     */
    public static HelloCatalog bundled() {
        return Bundled.CATALOG;
    }

    /**
     * A catalog without hellos.
     *
     * @return an empty catalog
     */
    public static HelloCatalog none() {
        return NONE;
    }

    /**
     * Reads a catalog. The reader is read to its end, or to the first bad row, and not closed.
     *
     * @param reader the text of a file of hellos
     * @param nameForErrors what to call the file in errors
     * @return its catalog
     * @throws HelloDataException if a row is bad; it names the line and what was expected there
     * @throws IOException if reading fails
     */
    public static HelloCatalog parse(Reader reader, String nameForErrors) throws IOException {
        Objects.requireNonNull(reader, "reader");
        List<KnownHello> hellos = new ArrayList<>();
        for (DataRows.Row row :
                DataRows.read(reader, Objects.requireNonNull(nameForErrors, "nameForErrors"), COLUMNS)) {
            try {
                hellos.add(hello(row));
            } catch (IllegalArgumentException e) {
                throw new HelloDataException(nameForErrors, row.line(), String.valueOf(e.getMessage()));
            }
        }
        return new HelloCatalog(hellos);
    }

    private static KnownHello hello(DataRows.Row row) {
        Product product =
                new Product(row.cell(0), row.cell(1), byKey(ProductKind.values(), ProductKind::key, row.cell(2)));
        return new KnownHello(
                product,
                DataRows.number(row.cell(3)),
                any(row.cell(4)),
                DataRows.numbers(row.cell(5)),
                any(row.cell(6)),
                any(row.cell(7)),
                byKey(Strength.values(), Strength::key, row.cell(8)),
                row.cell(10));
    }

    private static @Nullable List<Integer> any(String cell) {
        return cell.equals("*") ? null : DataRows.numbers(cell);
    }

    private static <T> T byKey(T[] values, Function<T, String> key, String cell) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + Arrays.stream(values).map(key).toList()));
    }

    /**
     * This catalog and another one together; rows that both have are kept once.
     *
     * @param other more hellos, such as a user's own
     * @return a catalog with the rows of both, this one's first
     */
    public HelloCatalog plus(HelloCatalog other) {
        Set<KnownHello> all = new LinkedHashSet<>(hellos);
        all.addAll(other.hellos);
        return new HelloCatalog(all);
    }

    /**
     * This catalog without some products, for instance to measure what is found without knowing them.
     *
     * @param product the product's name
     * @return a catalog without it
     */
    public HelloCatalog without(String product) {
        Objects.requireNonNull(product, "product");
        return new HelloCatalog(hellos.stream()
                .filter(hello -> !hello.product().name().equals(product))
                .toList());
    }

    /**
     * All hellos.
     *
     * @return in the order of their file, immutable
     */
    public List<KnownHello> hellos() {
        return hellos;
    }

    /**
     * Asks who sends such a hello.
     *
     * @param hello what a client sent
     * @return the hellos that match, the strongest first; empty if none
     */
    public List<KnownHello> match(ClientHello hello) {
        return match(new HelloShape(hello));
    }

    List<KnownHello> match(HelloShape shape) {
        return hellos.stream()
                .filter(known -> known.matches(shape))
                .sorted(Comparator.comparing(KnownHello::strength).reversed())
                .toList();
    }

    /**
     * The catalog's size.
     *
     * @return for example {@code hellos: 50}
     */
    @Override
    public String toString() {
        return "hellos: " + hellos.size();
    }

    /** Loads on first use. */
    private static final class Bundled {

        private static final HelloCatalog CATALOG = load();

        private static HelloCatalog load() {
            try (InputStream in = HelloCatalog.class.getResourceAsStream(RESOURCE)) {
                return parse(
                        new InputStreamReader(Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8), RESOURCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
