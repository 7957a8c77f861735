package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One log of a {@link LogList}: its key, who runs it, what it takes and where it stands.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TransparencyLog {
    private final LogEntry entry;
    private final PublicKeyHash id;
    private final Optional<PublicKey> key;

    TransparencyLog(LogEntry entry, PublicKeyHash id, Optional<PublicKey> key) {
        this.entry = entry;
        this.id = id;
        this.key = key;
    }

    LogEntry entry() {
        return entry;
    }

    /**
     * The log's identifier: SHA-256 of its key (RFC 6962 3.2).
     *
     * @return the hash
     */
    public PublicKeyHash id() {
        return id;
    }

    /**
     * The key that it signs with.
     *
     * @return the key; empty when this platform cannot decode it
     */
    public Optional<PublicKey> key() {
        return key;
    }

    /**
     * The list's words for it.
     *
     * @return the description, as in the list; may be empty
     */
    public String description() {
        return entry.description();
    }

    /**
     * Who runs it.
     *
     * @return the operator's name, as in the list
     */
    public String operator() {
        return entry.operator();
    }

    /**
     * Who ran it at a moment, which is what policies count an SCT for.
     *
     * @param at the moment, of an SCT's timestamp; not null
     * @return the operator's name
     */
    public String operatorAt(Instant at) {
        Objects.requireNonNull(at, "at");
        return entry.previousOperators().stream()
                .filter(previous -> at.isBefore(previous.until()))
                .findFirst()
                .map(LogEntry.PreviousOperator::name)
                .orElse(entry.operator());
    }

    /**
     * Where it stands at the list's date.
     *
     * @return the state
     */
    public LogState state() {
        return entry.state();
    }

    /**
     * Since when it stands there.
     *
     * @return the moment; empty when the list does not say
     */
    public Optional<Instant> stateSince() {
        return entry.since();
    }

    /**
     * Where it stood at a moment, as far as one list can tell: a state entered later was preceded by the one before it in
     * the usual order.
     *
     * @param at the moment; not null
     * @return the state; {@link LogState#REJECTED} stays what it is at all times
     */
    public LogState stateAt(Instant at) {
        Objects.requireNonNull(at, "at");
        if (entry.since().isEmpty() || !at.isBefore(entry.since().get())) {
            return entry.state();
        }
        return switch (entry.state()) {
            case QUALIFIED -> LogState.PENDING;
            case USABLE -> LogState.QUALIFIED;
            case READONLY, RETIRED -> LogState.USABLE;
            case PENDING, REJECTED, UNKNOWN -> entry.state();
        };
    }

    /**
     * When it retired.
     *
     * @return the moment; empty for a log that has not retired
     */
    public Optional<Instant> retiredAt() {
        return entry.state() == LogState.RETIRED ? entry.since() : Optional.empty();
    }

    /**
     * Whether it takes a certificate that expires then.
     *
     * @param notAfter the certificate's notAfter; not null
     * @return true if the log has no temporal interval, or one with this moment in it
     */
    public boolean takes(Instant notAfter) {
        Objects.requireNonNull(notAfter, "notAfter");
        return entry.start().map(s -> !notAfter.isBefore(s)).orElse(true)
                && entry.end().map(notAfter::isBefore).orElse(true);
    }

    /**
     * First expiry that it takes.
     *
     * @return the moment, inclusive; empty when it takes any
     */
    public Optional<Instant> intervalStart() {
        return entry.start();
    }

    /**
     * Where the expiries end that it takes.
     *
     * @return the moment, exclusive; empty when it takes any
     */
    public Optional<Instant> intervalEnd() {
        return entry.end();
    }

    /**
     * The maximum merge delay: how long after its promise the log may take to show the certificate.
     *
     * @return the delay; zero when the list does not say
     */
    public Duration maximumMergeDelay() {
        return entry.mergeDelay();
    }

    /**
     * Whether it is read by tiles (static-ct-api) and not by RFC 6962's calls. Its signatures are the same.
     *
     * @return true if so
     */
    public boolean tiled() {
        return entry.tiled();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransparencyLog that && entry.equals(that.entry);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Description and operator, fit for a terminal. */
    @Override
    public String toString() {
        return entry.toString();
    }
}
