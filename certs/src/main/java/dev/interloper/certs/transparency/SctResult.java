package dev.interloper.certs.transparency;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of checking one timestamp.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SctResult {
    private final SctOrigin origin;
    private final Optional<SignedCertificateTimestamp> sct;
    private final SctStatus status;
    private final Optional<TransparencyLog> log;
    private final String sentence;

    SctResult(
            SctOrigin origin,
            Optional<SignedCertificateTimestamp> sct,
            SctStatus status,
            Optional<TransparencyLog> log,
            String sentence) {
        this.origin = origin;
        this.sct = sct;
        this.status = status;
        this.log = log;
        this.sentence = sentence;
    }

    /**
     * How it came.
     *
     * @return the channel
     */
    public SctOrigin origin() {
        return origin;
    }

    /**
     * The timestamp.
     *
     * @return what was received; empty when it could not be read
     */
    public Optional<SignedCertificateTimestamp> sct() {
        return sct;
    }

    /**
     * The outcome.
     *
     * @return the first thing that is wrong, or {@link SctStatus#VALID}
     */
    public SctStatus status() {
        return status;
    }

    /**
     * The log that it names.
     *
     * @return the log; empty when the list does not have it
     */
    public Optional<TransparencyLog> log() {
        return log;
    }

    /**
     * The outcome for people.
     *
     * @return one English sentence
     */
    public String sentence() {
        return sentence;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SctResult that
                && origin == that.origin
                && sct.equals(that.sct)
                && status == that.status
                && log.equals(that.log)
                && sentence.equals(that.sentence);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, sct, status);
    }

    /** The status and the sentence. */
    @Override
    public String toString() {
        return status + ": " + sentence;
    }
}
