package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The certificate was made for this connection: its notBefore lies a round time before it. */
final class MintingTimeSignal implements Signal {

    private static final String ID = "validity.minted";
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration MAX_AGE = Duration.ofDays(400);
    private static final int USUAL_BACK_DATING_DAYS = 2;
    private static final double JUST_MADE = 2.5;
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
        return "A random moment is within half a minute of a whole number of days once in 1,400 times and of hours once in 60; engines are there nearly always until their caches fill.";
    }

    @Override
    public String falsePositives() {
        return "A server whose certificate was made minutes before; private authorities set up by scripts that back-date in"
                + " whole days, too, which is why more than two days are weak; engines that copy the origin's dates do not show this.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf =
                seen.suspectLeaf().filter(print -> !print.selfSigned()).orElse(null);
        if (leaf == null) {
            return List.of();
        }
        Duration age = Duration.between(leaf.notBefore(), seen.at());
        if (age.isNegative() || age.compareTo(MAX_AGE) > 0) {
            return List.of();
        }
        Duration beyondDays = age.minusDays(age.toDays());
        if (beyondDays.compareTo(FRESH) > 0) {
            return List.of();
        }
        long days = age.toDays();
        String statement = days == 0
                ? "the certificate was made " + age.toSeconds() + " s before this connection"
                : "the certificate begins exactly " + days + (days == 1 ? " day" : " days") + " (and "
                        + beyondDays.toSeconds() + " s) before this connection, as engines back-date what they mint";
        boolean usual = days <= USUAL_BACK_DATING_DAYS;
        return List.of(
                Evidence.of(ID, usual ? Grade.STRONG : Grade.WEAK, usual ? JUST_MADE : ROUND_DAYS, statement, SOURCE));
    }
}
