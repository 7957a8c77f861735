package dev.interloper.certs.trust;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One thing that a check found, with the numbers that it saw.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Finding {
    private final FindingCode code;
    private final Severity severity;
    private final int index;
    private final String sentence;
    private final String source;

    private Finding(FindingCode code, Severity severity, int index, String sentence, String source) {
        this.code = Objects.requireNonNull(code, "code");
        this.severity = Objects.requireNonNull(severity, "severity");
        this.index = index;
        this.sentence = Objects.requireNonNull(sentence, "sentence");
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * A finding about one certificate.
     *
     * @param code what was found; not null
     * @param severity how much it matters; not null
     * @param index position of the certificate as presented, the leaf being 0; negative when it was not presented
     * @param sentence one English sentence with the actual numbers; peers' text in it escaped; not null
     * @param source where the rule is written, such as {@code RFC 5280 4.1.2.2}; not null
     * @return the finding
     */
    public static Finding of(FindingCode code, Severity severity, int index, String sentence, String source) {
        return new Finding(code, severity, Math.max(index, -1), sentence, source);
    }

    /** The same finding, no more severe than this. */
    Finding atMost(Severity most) {
        return severity.compareTo(most) < 0 ? withSeverity(most) : this;
    }

    Finding withSeverity(Severity other) {
        return new Finding(code, other, index, sentence, source);
    }

    /**
     * What was found.
     *
     * @return the stable code
     */
    public FindingCode code() {
        return code;
    }

    /**
     * How much it matters.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * The certificate that it is about.
     *
     * @return its position as presented, the leaf being 0; empty when the finding is about the chain as a whole or a
     *     certificate that was not presented
     */
    public OptionalInt certificateIndex() {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * What was seen, for people.
     *
     * @return one English sentence
     */
    public String sentence() {
        return sentence;
    }

    /**
     * Where the rule is written.
     *
     * @return for example {@code RFC 5280 4.1.2.2}
     */
    public String source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Finding that)) {
            return false;
        }
        return code.equals(that.code)
                && severity == that.severity
                && index == that.index
                && sentence.equals(that.sentence)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, severity, index, sentence);
    }

    /** Severity, code, sentence and source in one line. */
    @Override
    public String toString() {
        return severity + " " + code + ": " + sentence + " [" + source + "]";
    }
}
