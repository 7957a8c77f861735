package dev.interloper.core.cure;

import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a runtime keeps the roots that it trusts, and how it is told of an organisation's own. Nothing here trusts everybody, and no
 * verification is switched off: whoever sits on the way could then read everything, unnoticed. The rows are data,
 * {@code trust-places.tsv}. Immutable.
 *
 * @param runtime who reads the store
 * @param store whose roots it trusts by itself
 * @param how what to do; {@code {file}} stands for the root's certificate in PEM form, {@code BUNDLE} for a file of the public roots
 *     with it at its end
 * @param verified whether it was read in the vendor's own text
 * @param source where it comes from
 * @since 0.1
 */
public record TrustPlace(String runtime, String store, String how, boolean verified, String source) {

    private static final List<String> COLUMNS = List.of("runtime", "store", "how", "verified", "date", "source");
    private static final List<TrustPlace> ALL = Table.bundled(TrustPlace.class, "trust-places.tsv", TrustPlace::parse);

    /**
     * Makes the record.
     *
     * @param runtime who reads the store
     * @param store whose roots it trusts by itself
     * @param how what to do
     * @param verified whether it was read in the vendor's own text
     * @param source where it comes from
     * @throws NullPointerException if anything is null
     */
    public TrustPlace {
        Objects.requireNonNull(runtime, "runtime");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(source, "source");
    }

    /**
     * What to do for all runtimes that are known.
     *
     * @return the rows that come with the library, operating systems among them
     */
    public static List<TrustPlace> all() {
        return ALL;
    }

    /**
     * Reads a table in the form of {@code trust-places.tsv}.
     *
     * @param reader gives the table
     * @param file what to call it in errors
     * @return its rows
     * @throws TableException if a row is not as it must be
     * @throws IOException if it cannot be read
     */
    public static List<TrustPlace> parse(Reader reader, String file) throws IOException {
        List<TrustPlace> all = new ArrayList<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            row.date("date");
            all.add(new TrustPlace(
                    row.text("runtime"),
                    row.text("store"),
                    row.text("how"),
                    row.constant(YesNo.class, "verified") == YesNo.YES,
                    row.text("source")));
        }
        return List.copyOf(all);
    }
}
