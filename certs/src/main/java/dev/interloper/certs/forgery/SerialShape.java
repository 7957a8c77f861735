package dev.interloper.certs.forgery;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The looks of a serial number: its size, its sign, and whether it is a clock reading.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SerialShape {
    /**
     * How a serial number holds a moment.
     *
     * @since 0.1
     */
    public enum Clock {
        /** Seconds since 1970, as they are. */
        SECONDS,
        /** Milliseconds since 1970, as they are. */
        MILLISECONDS,
        /** Eight octets: four of seconds since 1970, then four of something else, such as a counter. */
        SECONDS_AND_COUNTER
    }

    /** How far from notBefore a reading may be to count as one; minting engines backdate by up to a month. */
    private static final Duration NEAR = Duration.ofDays(45);

    /** Tighter where half of the number is free, so that random ones seldom fit. */
    private static final Duration NEARER = Duration.ofDays(7);

    /** Near 1970 every small number is a moment; no clock that mints certificates is that slow. */
    private static final Instant CLOCKS = Instant.parse("1980-01-01T00:00:00Z");

    private final BigInteger value;
    private final Optional<Clock> clock;
    private final Optional<Instant> moment;

    private SerialShape(BigInteger value, Optional<Clock> clock, Optional<Instant> moment) {
        this.value = value;
        this.clock = clock;
        this.moment = moment;
    }

    /**
     * Looks at a serial number.
     *
     * @param value the number; not null
     * @param notBefore when the certificate's validity begins; not null
     * @return its shape
     */
    public static SerialShape of(BigInteger value, Instant notBefore) {
        return of(value, notBefore, notBefore);
    }

    /**
     * Looks at a serial number that was seen at a known time: engines that copy or fix the validity still count from
     * their own clock.
     *
     * @param value the number; not null
     * @param notBefore when the certificate's validity begins; not null
     * @param seenAt when the certificate was presented; not null
     * @return its shape
     */
    public static SerialShape of(BigInteger value, Instant notBefore, Instant seenAt) {
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(seenAt, "seenAt");
        SerialShape shape = near(value, notBefore);
        return shape.clock.isPresent() || seenAt.equals(notBefore) ? shape : near(value, seenAt);
    }

    private static SerialShape near(BigInteger value, Instant notBefore) {
        int bits = value.bitLength();
        if (value.signum() > 0 && bits <= 64) {
            if (near(value.longValue(), 1_000, notBefore, NEAR)) {
                return reading(value, Clock.SECONDS, Instant.ofEpochSecond(value.longValue()));
            }
            if (near(value.longValue(), 1, notBefore, NEAR)) {
                return reading(value, Clock.MILLISECONDS, Instant.ofEpochMilli(value.longValue()));
            }
            long high = value.shiftRight(32).longValue();
            if (bits > 32 && near(high, 1_000, notBefore, NEARER)) {
                return reading(value, Clock.SECONDS_AND_COUNTER, Instant.ofEpochSecond(high));
            }
        }
        return new SerialShape(value, Optional.empty(), Optional.empty());
    }

    private static SerialShape reading(BigInteger value, Clock clock, Instant moment) {
        return new SerialShape(value, Optional.of(clock), Optional.of(moment));
    }

    private static boolean near(long count, int millis, Instant notBefore, Duration distance) {
        try {
            Instant moment = Instant.ofEpochMilli(Math.multiplyExact(count, millis));
            return moment.isAfter(CLOCKS)
                    && Duration.between(moment, notBefore).abs().compareTo(distance) <= 0;
        } catch (ArithmeticException | DateTimeException e) {
            return false; // too large for a moment
        }
    }

    /**
     * The number itself.
     *
     * @return the serial number
     */
    public BigInteger value() {
        return value;
    }

    /**
     * How many bits it has.
     *
     * @return the length without leading zeros; 0 for zero
     */
    public int bits() {
        return value.bitLength();
    }

    /**
     * How many octets its encoding has.
     *
     * @return the length of the content of the INTEGER
     */
    public int octets() {
        return value.toByteArray().length;
    }

    /**
     * Whether it is below zero.
     *
     * @return true if so
     */
    public boolean negative() {
        return value.signum() < 0;
    }

    /**
     * Whether its sixteen octets are a random UUID, which has six fixed bits.
     *
     * @return true if so; one of 64 random numbers of 128 bits looks like one
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.4">RFC 9562, section 5.4</a>
     */
    public boolean randomUuid() {
        return value.signum() > 0
                && value.bitLength() <= 128
                && value.bitLength() > 112
                && (value.shiftRight(76).intValue() & 0xf) == 4
                && (value.shiftRight(62).intValue() & 3) == 2;
    }

    /**
     * Whether its hexadecimal digits are all decimal ones, as when an engine pastes a number's text into the field.
     *
     * @return true if so and there are at least sixteen, which happens to one of 1,800 random numbers
     */
    public boolean decimalDigits() {
        int digits = (value.bitLength() + 3) / 4;
        if (value.signum() < 0 || digits < 16) {
            return false;
        }
        for (byte octet : value.toByteArray()) {
            if ((octet & 0xf0) > 0x90 || (octet & 0x0f) > 9) {
                return false;
            }
        }
        return true;
    }

    /**
     * Its sign, clock or size, as in the text form of a print. Whole octets, since leading zeros make the exact number
     * of bits differ from host to host.
     */
    String token() {
        if (clock.isPresent()) {
            return switch (clock.get()) {
                case SECONDS -> "sec";
                case MILLISECONDS -> "ms";
                case SECONDS_AND_COUNTER -> "sec+n";
            };
        }
        if (randomUuid()) {
            return "uuid";
        }
        String octets = Integer.toString((value.abs().bitLength() + 7) / 8);
        return value.signum() < 0 ? "neg" + octets : decimalDigits() ? "dec" + octets : octets;
    }

    /**
     * Whether it is a reading of a clock near the beginning of the certificate's validity.
     *
     * @return how it holds the moment; empty when it does not look like one. A random number of 31 or 64 bits looks like
     *     one in about one of 500 or 3,500 cases
     */
    public Optional<Clock> clock() {
        return clock;
    }

    /**
     * The moment that it holds.
     *
     * @return the moment; empty when {@link #clock()} is
     */
    public Optional<Instant> moment() {
        return moment;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SerialShape that && value.equals(that.value) && clock.equals(that.clock);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The number in hexadecimal, its bits, and the moment if it holds one. */
    @Override
    public String toString() {
        return value.toString(16) + " (" + bits() + " bits"
                + moment.map(m -> ", " + clock.orElseThrow() + " " + m).orElse("") + ")";
    }
}
