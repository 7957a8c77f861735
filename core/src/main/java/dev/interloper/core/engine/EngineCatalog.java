package dev.interloper.core.engine;

import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What engines' certificates look like, ready to be compared. Immutable, thread-safe.
 *
 * <p>A file of engines is text in UTF-8, one print a line, columns separated by one tab. Lines that are blank or begin with
 * {@code #} are skipped; the first other line holds the names of the columns: {@code engine kind variant shape date source},
 * of which the shape is written as {@link ForgeShape#text()} says.
 *
 * @since 0.1
 */
public final class EngineCatalog {

    private static final String RESOURCE = "engines.tsv";

    private final List<EnginePrint> prints;

    private EngineCatalog(Collection<EnginePrint> prints) {
        this.prints = List.copyOf(prints);
    }

    /**
     * The catalogue that comes with this library: measured, dated and sourced rows.
     *
     * @return the bundled catalogue, always the same instance
     */
    public static EngineCatalog bundled() {
        return Bundled.CATALOG;
    }

    /**
     * A catalogue of the given prints.
     *
     * @param prints in any order; repetitions are dropped
     * @return the catalogue
     */
    public static EngineCatalog of(Collection<EnginePrint> prints) {
        return new EngineCatalog(new LinkedHashSet<>(prints));
    }

    /**
     * Reads a catalogue. The reader is read to its end, or to the first bad row, and not closed.
     *
     * @param reader the text of a file of engines
     * @param nameForErrors what to call the file in errors
     * @return its catalogue
     * @throws TableException if a row is bad; it names the line and what was expected there
     * @throws IOException if reading fails
     */
    public static EngineCatalog parse(Reader reader, String nameForErrors) throws IOException {
        return of(EngineTable.read(
                Objects.requireNonNull(reader, "reader"), Objects.requireNonNull(nameForErrors, "nameForErrors")));
    }

    /**
     * This catalogue and another one together.
     *
     * @param other more prints, such as a user's own
     * @return the union
     */
    public EngineCatalog plus(EngineCatalog other) {
        return of(Stream.concat(prints.stream(), other.prints.stream()).toList());
    }

    /**
     * This catalogue without one engine, as if it had never been measured.
     *
     * @param engine its name
     * @return the smaller catalogue
     */
    public EngineCatalog without(String engine) {
        return of(
                prints.stream().filter(print -> !print.engine().equals(engine)).toList());
    }

    /**
     * All prints.
     *
     * @return in the order in which they were given
     */
    public List<EnginePrint> prints() {
        return prints;
    }

    /**
     * The engines that the prints are of.
     *
     * @return their names, each once
     */
    public Set<String> engines() {
        Set<String> names = new LinkedHashSet<>();
        prints.forEach(print -> names.add(print.engine()));
        return names;
    }

    /**
     * Compares a leaf with each engine.
     *
     * @param leaf what the leaf looks like
     * @return one match an engine, with its print that is most alike; the most alike engine first
     */
    public List<EngineMatch> match(ForgeShape leaf) {
        Map<String, EngineMatch> best = new LinkedHashMap<>();
        for (EnginePrint print : prints) {
            EngineMatch match = new EngineMatch(
                    print, print.shape().similarity(leaf), print.shape().overlap(leaf));
            best.merge(print.engine(), match, (old, now) -> now.similarity() > old.similarity() ? now : old);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(EngineMatch::similarity)
                        .reversed()
                        .thenComparing(EngineMatch::engine))
                .toList();
    }

    /** Loads on first use. */
    private static final class Bundled {

        private static final EngineCatalog CATALOG = Table.bundled(EngineCatalog.class, RESOURCE, EngineCatalog::parse);
    }
}
