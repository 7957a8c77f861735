package dev.interloper.core.compare;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of two connections to one host. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ComparedAspect {

    /**
     * How both sides are to each other.
     *
     * @since 0.1
     */
    public enum Likeness {
        /** Both are alike. */
        SAME,
        /** They differ. */
        DIFFERENT,
        /** One of both was not seen. */
        UNSEEN
    }

    private final Aspect aspect;
    private final @Nullable String seen;
    private final @Nullable String reference;
    private final Likeness likeness;
    private final boolean matters;
    private final String remark;

    ComparedAspect(
            Aspect aspect,
            @Nullable String seen,
            @Nullable String reference,
            Likeness likeness,
            boolean matters,
            String remark) {
        this.aspect = aspect;
        this.seen = seen;
        this.reference = reference;
        this.likeness = likeness;
        this.matters = matters;
        this.remark = remark;
    }

    /**
     * What is compared.
     *
     * @return the aspect
     */
    public Aspect aspect() {
        return aspect;
    }

    /**
     * What it is in the connection under inspection.
     *
     * @return text that is safe to print; empty if it was not seen
     */
    public Optional<String> seen() {
        return Optional.ofNullable(seen);
    }

    /**
     * What it is in the reference.
     *
     * @return text that is safe to print; empty if it was not seen
     */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /**
     * How both are to each other.
     *
     * @return same, different, or unseen on one side
     */
    public Likeness likeness() {
        return likeness;
    }

    /**
     * Whether it speaks for another party in one of both connections: a difference that neither the clients nor a renewed
     * certificate explain, or a likeness that only copying explains.
     *
     * @return true if so; how much it weighs, the evidence says
     */
    public boolean matters() {
        return matters;
    }

    /**
     * Why it matters, or why it does not.
     *
     * @return an English clause; empty where there is nothing to say, such as for most things that are the same
     */
    public String remark() {
        return remark;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComparedAspect that
                && aspect == that.aspect
                && Objects.equals(seen, that.seen)
                && Objects.equals(reference, that.reference)
                && likeness == that.likeness
                && matters == that.matters
                && remark.equals(that.remark);
    }

    @Override
    public int hashCode() {
        return Objects.hash(aspect, seen, reference, likeness, matters, remark);
    }

    /** {@code issuer: A, in the reference B: why}. */
    @Override
    public String toString() {
        return aspect.label() + ": " + (seen == null ? "not seen" : seen) + ", in the reference "
                + (reference == null ? "not seen" : reference) + (remark.isEmpty() ? "" : ": " + remark);
    }
}
