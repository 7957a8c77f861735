package dev.interloper.core.product;

import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is known about interception products, ready to be asked. Immutable, thread-safe.
 *
 * <p>A file of products is text in UTF-8, one fact a line, columns separated by one tab and never trimmed. Lines that are
 * blank or begin with {@code #} are skipped; the first other line holds the names of the columns: {@code product vendor
 * kind field match pattern strength date source}. Kinds, fields, matches and strengths are written as their {@code key()}
 * says.
 *
 * @since 0.1
 */
public final class ProductCatalog {

    private static final String RESOURCE = "products.tsv";

    private final List<ProductPattern> patterns;
    private final Map<ProductField, List<ProductPattern>> byField = new EnumMap<>(ProductField.class);

    private ProductCatalog(Collection<ProductPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (ProductPattern pattern : this.patterns) {
            byField.computeIfAbsent(pattern.field(), key -> new ArrayList<>()).add(pattern);
        }
    }

    /**
     * The catalog that comes with this library: dated and sourced rows.
     *
     * @return the bundled catalog, always the same instance
     */
    public static ProductCatalog bundled() {
        return Bundled.CATALOG;
    }

    /**
     * A catalog of the given patterns.
     *
     * @param patterns facts in any order; repetitions are dropped
     * @return the catalog
     * @throws NullPointerException if the collection or an element is null
     */
    public static ProductCatalog of(Collection<ProductPattern> patterns) {
        return new ProductCatalog(new LinkedHashSet<>(patterns));
    }

    /**
     * Reads a catalog. The reader is read to its end, or to the first bad row, and not closed.
     *
     * @param reader the text of a product file
     * @param nameForErrors what to call the file in errors
     * @return its catalog
     * @throws TableException if a row is bad; it names the line and what was expected there
     * @throws IOException if reading fails
     * @throws NullPointerException if an argument is null
     */
    public static ProductCatalog parse(Reader reader, String nameForErrors) throws IOException {
        return of(ProductTable.read(
                Objects.requireNonNull(reader, "reader"), Objects.requireNonNull(nameForErrors, "nameForErrors")));
    }

    /**
     * This catalog and another one together. Nothing is replaced: rows that both have are kept once.
     *
     * @param other more rows, such as a user's own
     * @return a catalog with the rows of both, this one's first
     * @throws NullPointerException if the other catalog is null
     */
    public ProductCatalog plus(ProductCatalog other) {
        Set<ProductPattern> all = new LinkedHashSet<>(patterns);
        all.addAll(other.patterns);
        return new ProductCatalog(all);
    }

    /**
     * All facts.
     *
     * @return the patterns in the order of their file, immutable
     */
    public List<ProductPattern> patterns() {
        return patterns;
    }

    /**
     * Asks who it may be. Each pattern that matches is listed once, with the first value that it matched. What the matches
     * mean is the caller's to judge: a weak one never convicts, see {@link Strength#WEAK}.
     *
     * @param facts what was seen
     * @return all matches, strongest first; among equals those of keys and hashes before those of names; empty if none
     * @throws NullPointerException if the facts are null
     */
    public List<ProductMatch> match(ProductFacts facts) {
        List<ProductMatch> matches = new ArrayList<>();
        byField.forEach((field, candidates) -> {
            List<FactValue> values = facts.kept(field);
            for (ProductPattern pattern : candidates) {
                values.stream()
                        .filter(pattern::matches)
                        .findFirst()
                        .ifPresent(value -> matches.add(new ProductMatch(pattern, value)));
            }
        });
        matches.sort(ProductMatch.STRONGEST_FIRST);
        return List.copyOf(matches);
    }

    /**
     * The catalog's size.
     *
     * @return for example {@code patterns: 250}
     */
    @Override
    public String toString() {
        return "patterns: " + patterns.size();
    }

    /** Loads on first use. */
    private static final class Bundled {

        private static final ProductCatalog CATALOG =
                Table.bundled(ProductCatalog.class, RESOURCE, ProductCatalog::parse);
    }
}
