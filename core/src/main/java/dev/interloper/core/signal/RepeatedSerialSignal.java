package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** One serial number in different certificates of one issuer. */
final class RepeatedSerialSignal implements Signal {

    private static final String ID = "capture.serial";
    private static final String SOURCE = "RFC 5280 section 4.1.2.2";
    private static final int MAX_DIGITS = 41;
    private static final double WEIGHT = 1.5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CAPTURE;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "An issuer must never give out a serial number twice; engines that count from their start, or hash the host, do.";
    }

    @Override
    public String weighing() {
        return "No authority that is audited does it; careless private ones may, one in seven or so.";
    }

    @Override
    public String falsePositives() {
        return "A private authority that was set up anew under its old name.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return OtherConnections.shared(seen, SharedTrait.Kind.SERIAL)
                .map(trait -> List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        "in this capture " + trait.certificates()
                                + " certificates of one issuer have one and the same serial number, "
                                + seen.forgePrint()
                                        .map(RepeatedSerialSignal::number)
                                        .orElse(""),
                        SOURCE)))
                .orElse(List.of());
    }

    /** RFC 5280 allows 20 octets; a certificate may hold any number of them. */
    private static String number(ForgePrint leaf) {
        String digits = leaf.serial().value().toString(16);
        return digits.length() <= MAX_DIGITS ? digits : digits.substring(0, MAX_DIGITS) + "…";
    }
}
