package dev.interloper.certs.pin;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The short answer of {@link PinPolicy#match}: the outcome, and what matched where.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PinCheck {
    static final PinCheck NO_PINS = new PinCheck(PinOutcome.NO_PINS_FOR_HOST, null, -1);
    static final PinCheck EXPIRED = new PinCheck(PinOutcome.EXPIRED_SET, null, -1);
    static final PinCheck MISMATCH = new PinCheck(PinOutcome.MISMATCH, null, -1);
    static final PinCheck NOT_TRUSTED = new PinCheck(PinOutcome.NOT_TRUSTED, null, -1);
    static final PinCheck REPORT_ONLY = new PinCheck(PinOutcome.REPORT_ONLY_MISMATCH, null, -1);

    private final PinOutcome outcome;
    private final @Nullable Pin pin;
    private final int position;

    PinCheck(PinOutcome outcome, @Nullable Pin pin, int position) {
        this.outcome = outcome;
        this.pin = pin;
        this.position = position;
    }

    /**
     * What came of it; never {@link PinOutcome#LOCAL_ANCHOR_BYPASS}.
     *
     * @return the outcome
     */
    public PinOutcome outcome() {
        return outcome;
    }

    /**
     * Whether the pins let the connection go on.
     *
     * @return the same as {@link PinOutcome#permits()}
     */
    public boolean permits() {
        return outcome.permits();
    }

    /**
     * The pin that matched; of a set that needs all its pins, one of them.
     *
     * @return the pin; empty when none did, or when an enforced set matched and a report-only one did not
     */
    public Optional<Pin> pin() {
        return Optional.ofNullable(pin);
    }

    /**
     * Where on the path the pin matched.
     *
     * @return the position, the leaf being 0; empty when there is no pin
     */
    public OptionalInt position() {
        return pin == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The outcome, and the pin with its place. */
    @Override
    public String toString() {
        return pin == null ? outcome.toString() : outcome + " (" + pin + " at " + position + ")";
    }
}
