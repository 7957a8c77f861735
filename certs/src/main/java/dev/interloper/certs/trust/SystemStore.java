package dev.interloper.certs.trust;

import dev.interloper.certs.internal.SafeText;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading one trust store: its anchors, or why there are none.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SystemStore {
    private final String label;
    private final Optional<AnchorSet> anchors;
    private final int skipped;
    private final String problem;

    private SystemStore(String label, Optional<AnchorSet> anchors, int skipped, String problem) {
        this.label = Objects.requireNonNull(label, "label");
        this.anchors = anchors;
        this.skipped = skipped;
        this.problem = problem;
    }

    static SystemStore of(AnchorSet anchors, int skipped) {
        return new SystemStore(anchors.label(), Optional.of(anchors), skipped, "");
    }

    static SystemStore unavailable(String label, String problem) {
        return new SystemStore(label, Optional.empty(), 0, SafeText.escape(problem));
    }

    static SystemStore unavailable(String label, Exception problem) {
        String message = problem.getMessage();
        String name = problem.getClass().getSimpleName();
        return unavailable(label, message == null ? name : name + ": " + message);
    }

    /**
     * The store's name, which is also that of its anchor set.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * The anchors of the store.
     *
     * @return the set, which may be empty; empty when the store is not there or cannot be read
     */
    public Optional<AnchorSet> anchors() {
        return anchors;
    }

    /**
     * How many entries were passed over, since they do not parse.
     *
     * @return the number
     */
    public int skipped() {
        return skipped;
    }

    /**
     * Why there are no anchors.
     *
     * @return the reason; empty when the store was read
     */
    public Optional<String> problem() {
        return anchors.isPresent() ? Optional.empty() : Optional.of(problem);
    }

    /** The label, and either the numbers or the problem. */
    @Override
    public String toString() {
        String none = label + ": " + problem;
        return anchors.map(a -> a + (skipped == 0 ? "" : ", " + skipped + " entries skipped"))
                .orElse(none);
    }
}
