package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.flight.FlightShape;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The certificate was made for this connection: its notBefore lies a round time before it. */
final class MintingTimeSignal implements Signal {

    private static final String ID = "validity.minted";
    private static final Duration WAITED = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Set<Long> USUAL_MINUTES = Set.of(1L, 2L, 5L, 10L, 15L, 30L);
    private static final Duration CACHED = Duration.ofMinutes(10);
    private static final Duration MAX_AGE = Duration.ofDays(400);
    /** How far a proxy's clock may be off, and how coarse dates are. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int MAX_HOURS = 24;
    private static final int USUAL_BACK_DATING_DAYS = 2;
    private static final double WHILE_WAITING = 3;
    private static final double USUAL = 2.5;
    private static final double ROUND_DAYS = 0.7;
    private static final String SOURCE =
            "measured: sslsplit 1 day, mitmproxy 2 days, privoxy 30 days; ZAP, AnyProxy likewise";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CHAIN;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "An engine mints when the client first asks, and back-dates by a constant number of days; a "
                + "server's certificate has been there for some time, and its age is not round.";
    }

    @Override
    public String weighing() {
        return "A random moment is within half a minute of a whole number of days once in 1,400 times and of hours once in 120, of the usual numbers of minutes once in 50 even in its first hour; engines are there nearly always until their caches fill.";
    }

    @Override
    public String falsePositives() {
        return "A server whose certificate was made while it was being looked at; private authorities set up by scripts that back-date"
                + " in whole days, too, which is why most of what is older than half a minute is weak; engines that copy the"
                + " origin's dates do not show this.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = seen.forgePrint().filter(print -> !print.selfSigned()).orElse(null);
        if (leaf == null || !(seen.suspectLeaf().isPresent() || isPrivateAtInternalHost(seen))) {
            return List.of();
        }
        Duration age = Duration.between(leaf.notBefore(), seen.at());
        Offset days = Offset.of(age, Duration.ofDays(1));
        Offset hours = Offset.of(age, Duration.ofHours(1));
        if (days.count() < 0 || age.compareTo(MAX_AGE) > 0) {
            return List.of();
        }
        Duration wait = wait(seen);
        if (days.isWithin(wait, WAITED) && (days.count() > 0 || seen.isPublicHost())) {
            return evidence(Grade.STRONG, WHILE_WAITING, sentence(days, "day"));
        }
        if (!seen.isPublicHost()) {
            return List.of();
        }
        if (hours.count() <= MAX_HOURS && hours.isWithin(wait, WAITED)) {
            return evidence(Grade.STRONG, WHILE_WAITING, sentence(hours, "hour"));
        }
        Offset minutes = Offset.of(age, Duration.ofMinutes(1));
        if (USUAL_MINUTES.contains(minutes.count()) && minutes.isWithin(wait, AT_ONCE)) {
            return evidence(Grade.STRONG, WHILE_WAITING, sentence(minutes, "minute"));
        }
        if (!days.isWithin(wait, CACHED)) {
            return List.of();
        }
        boolean usual = days.count() > 0 && days.count() <= USUAL_BACK_DATING_DAYS;
        return evidence(usual ? Grade.STRONG : Grade.WEAK, usual ? USUAL : ROUND_DAYS, sentence(days, "day"));
    }

    /** There, certificates that were just made are a matter of course; those that were back-dated by whole days are not. */
    private static boolean isPrivateAtInternalHost(Observation seen) {
        return seen.isInternalHost() && !seen.isPubliclyAnchored();
    }

    /** How long after the connection's begin the leaf may have been made: until the ServerHello came. */
    private static Duration wait(Observation seen) {
        Duration reply = seen.flight()
                .flatMap(FlightShape::firstReply)
                .map(first -> Duration.ofNanos(first.delayNanos()))
                .orElse(Duration.ZERO)
                .plus(CLOCKS);
        return reply.compareTo(LONGEST_WAIT) < 0 ? reply : LONGEST_WAIT;
    }

    /** A whole number of days or hours, and how much more than that; negative if less. */
    private record Offset(long count, Duration beyond) {

        static Offset of(Duration age, Duration unit) {
            long count = Math.floorDiv(age.toSeconds() + unit.toSeconds() / 2, unit.toSeconds());
            return new Offset(count, age.minus(unit.multipliedBy(count)));
        }

        boolean isWithin(Duration before, Duration after) {
            return beyond.plus(before).compareTo(Duration.ZERO) >= 0 && beyond.compareTo(after) <= 0;
        }
    }

    private static List<Evidence> evidence(Grade grade, double weight, String statement) {
        return List.of(Evidence.of(ID, grade, weight, statement, SOURCE));
    }

    private static String sentence(Offset offset, String unit) {
        if (offset.count() == 0) {
            return offset.beyond().isNegative()
                    ? "the certificate was made while this connection was being opened"
                    : "the certificate was made " + offset.beyond().toSeconds() + " s before this connection";
        }
        String backDated = offset.count() + " " + unit + (offset.count() == 1 ? "" : "s");
        return offset.beyond().isNegative()
                ? "the certificate begins exactly " + backDated
                        + " before a moment of this connection's opening, as engines back-date what they mint"
                : "the certificate begins exactly " + backDated + " (and "
                        + offset.beyond().toSeconds()
                        + " s) before this connection, as engines back-date what they mint";
    }
}
