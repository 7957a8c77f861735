package dev.interloper.certs.forgery;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The pattern of a validity: its length in days or years, where it begins against the clock, what it shares with the
 * issuer's.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ValidityShape {
    /** How long after minting a leaf may be seen for its beginning still to tell the offset. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** How far the clocks of engine and observer may differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final Duration LONGEST_BACKDATING = Duration.ofDays(400);
    private static final Instant AFTER_EPOCH = Instant.ofEpochSecond(366L * 86_400);
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
    private static final long DAY = 86_400;
    private static final int[] HOURS = {0, 1, 2, 6, 12};

    private final Instant notBefore;
    private final Instant notAfter;
    private final Optional<Instant> seenAt;
    private final Optional<Duration> backdating;
    private final Issuers issuers;

    /**
     * What a leaf's validity has in common with that of its issuer's certificate.
     *
     * @since 0.1
     */
    public enum Issuers {
        /** Neither end. */
        NONE,
        /** The beginning. */
        NOT_BEFORE,
        /** The end. */
        NOT_AFTER,
        /** Both ends. */
        BOTH,
        /** No certificate with the issuer's name was sent. */
        UNSEEN
    }

    private ValidityShape(Instant notBefore, Instant notAfter, Optional<Instant> seenAt, Issuers issuers) {
        this.notBefore = notBefore;
        this.notAfter = notAfter;
        this.seenAt = seenAt;
        this.issuers = issuers;
        this.backdating = seenAt.flatMap(at -> offset(Duration.between(notBefore, at)));
    }

    static ValidityShape of(X509Certificate leaf, Optional<X509Certificate> issuer, Optional<Instant> seenAt) {
        Issuers shared = issuer.map(i -> shared(leaf, i)).orElse(Issuers.UNSEEN);
        return new ValidityShape(
                leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant(), seenAt, shared);
    }

    private static Issuers shared(X509Certificate leaf, X509Certificate issuer) {
        boolean from =
                leaf.getNotBefore().toInstant().equals(issuer.getNotBefore().toInstant());
        boolean to = leaf.getNotAfter().toInstant().equals(issuer.getNotAfter().toInstant());
        if (from) {
            return to ? Issuers.BOTH : Issuers.NOT_BEFORE;
        }
        return to ? Issuers.NOT_AFTER : Issuers.NONE;
    }

    private static Optional<Duration> offset(Duration age) {
        for (int hours : HOURS) {
            if (fits(age, Duration.ofHours(hours))) {
                return Optional.of(Duration.ofHours(hours));
            }
        }
        if (age.compareTo(LONGEST_BACKDATING) > 0) {
            return Optional.empty();
        }
        Duration days = Duration.ofDays(age.plus(SKEW).toDays());
        return days.isNegative() || !fits(age, days) ? Optional.empty() : Optional.of(days);
    }

    private static boolean fits(Duration age, Duration offset) {
        Duration over = age.minus(offset);
        return over.compareTo(SKEW.negated()) >= 0 && over.compareTo(FRESH) <= 0;
    }

    /**
     * By how much the beginning lies before the moment of minting, if the leaf was minted when it was seen.
     *
     * @return 0, 1, 2, 6 or 12 hours or whole days up to 400, when the leaf was seen within ten minutes after notBefore
     *     plus as much; empty otherwise or when it is not known when the leaf was seen. One of 140 leaves fits by chance
     */
    public Optional<Duration> backdating() {
        return backdating;
    }

    /**
     * Whether the validity begins at midnight, universal time.
     *
     * @return true if so
     */
    public boolean startsAtMidnight() {
        return notBefore.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /**
     * Whether the validity begins in 1970 or before, as when a clock or a setting is zero.
     *
     * @return true if so
     */
    public boolean startsAtEpoch() {
        return notBefore.isBefore(AFTER_EPOCH);
    }

    /**
     * Whether the length is a whole number of days, the last second counted or not.
     *
     * @return true if so
     */
    public boolean wholeDays() {
        long seconds = seconds();
        return seconds % DAY == 0 || (seconds + 1) % DAY == 0;
    }

    /**
     * Whether the validity ends on the calendar day and at the time at which it began, years later.
     *
     * @return how many years; 0 when it does not
     */
    public int calendarYears() {
        if (notAfter.isAfter(FAR)) {
            return 0;
        }
        ZonedDateTime from = notBefore.atZone(ZoneOffset.UTC);
        ZonedDateTime to = notAfter.atZone(ZoneOffset.UTC);
        int years = to.getYear() - from.getYear();
        return years > 0 && from.plusYears(years).equals(to) ? years : 0;
    }

    /**
     * What the validity has in common with that of the issuer's certificate, if that was sent.
     *
     * @return which ends
     */
    public Issuers sharedWithIssuer() {
        return issuers;
    }

    private long seconds() {
        return notAfter.getEpochSecond() - notBefore.getEpochSecond();
    }

    /** The length, as in the text form of a print: {@code 90d}, {@code 90d-1s}, or {@code 90d+} for any odd one. */
    String lengthToken() {
        long seconds = seconds();
        long days = Math.floorDiv(seconds, DAY);
        if (Math.floorMod(seconds, DAY) == 0) {
            int years = calendarYears();
            return years > 0 && days % 365 != 0 ? years + "y" : days + "d";
        }
        return Math.floorMod(seconds + 1, DAY) == 0 ? days + 1 + "d-1s" : days + "d+";
    }

    /** The beginning, as in the text form of a print; empty when there is no clock to tell. */
    Optional<String> startToken() {
        if (startsAtEpoch()) {
            return Optional.of("epoch");
        }
        if (startsAtMidnight()) {
            return Optional.of("midnight");
        }
        if (seenAt.isEmpty()) {
            return Optional.empty();
        }
        if (backdating.isPresent()) {
            long hours = backdating.get().toHours();
            return Optional.of(hours % 24 == 0 ? "now-" + hours / 24 + "d" : "now-" + hours + "h");
        }
        return Optional.of(notBefore.isAfter(seenAt.get()) ? "future" : "past");
    }

    /** What is shared with the issuer, as in the text form of a print; empty when that was not sent. */
    Optional<String> issuersToken() {
        return switch (issuers) {
            case NONE -> Optional.of("-");
            case NOT_BEFORE -> Optional.of("from");
            case NOT_AFTER -> Optional.of("to");
            case BOTH -> Optional.of("both");
            case UNSEEN -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return lengthToken() + startToken().map(s -> " from " + s).orElse("");
    }
}
