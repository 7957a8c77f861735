package dev.interloper.core.client;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.product.Strength;
import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
     * @throws TableException if a row is bad; it names the line and what was expected there
     * @throws IOException if reading fails
     */
    public static HelloCatalog parse(Reader reader, String nameForErrors) throws IOException {
        Objects.requireNonNull(reader, "reader");
        List<KnownHello> hellos = new ArrayList<>();
        for (Row row : Table.read(reader, Objects.requireNonNull(nameForErrors, "nameForErrors"), COLUMNS)) {
            try {
                hellos.add(hello(row));
            } catch (IllegalArgumentException e) {
                throw row.problem(String.valueOf(e.getMessage()));
            }
        }
        return new HelloCatalog(hellos);
    }

    private static KnownHello hello(Row row) throws TableException {
        return new KnownHello(
                new Product(row.text("product"), row.text("vendor"), row.constant(ProductKind.class, "kind")),
                Numbers.number(row.cell("version")),
                any(row.cell("suites")),
                Numbers.list(row.cell("extensions")),
                any(row.cell("groups")),
                any(row.cell("formats")),
                row.constant(Strength.class, "strength"),
                row.text("source"));
    }

    private static @Nullable List<Integer> any(String cell) {
        return cell.equals("*") ? null : Numbers.list(cell);
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

        private static final HelloCatalog CATALOG = Table.bundled(HelloCatalog.class, RESOURCE, HelloCatalog::parse);
    }
}
