package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.PublicMark;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One host, two certificates, and no renewal that explains it. */
final class ChangedLeafSignal implements Signal {

    private static final String ID = "capture.changed";
    private static final String SOURCE =
            "sightings of issuers that change between one machine's programs; measured on squid: dates copied from the server";
    private static final double COPIED = 2.5;
    private static final double BESIDE_PUBLIC = 1.2;
    private static final double ANEW = 1;
    private static final Set<PublicMark> STATUS = EnumSet.of(PublicMark.OCSP, PublicMark.CA_ISSUERS, PublicMark.CRL);
    private static final Set<PublicMark> POLICY = EnumSet.of(
            PublicMark.DOMAIN_VALIDATED,
            PublicMark.ORGANIZATION_VALIDATED,
            PublicMark.INDIVIDUAL_VALIDATED,
            PublicMark.EXTENDED_VALIDATION);
    private static final int RENEWAL_SHARE = 3; // certificates are renewed in the last third of their time

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
        return Set.of(EvidenceKind.ROOTS, EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "Proxies exempt some programs, addresses or moments, and then a host shows its own certificate and a forged one in the same"
                + " capture; some engines mint anew for each connection, and copy the dates each time.";
    }

    @Override
    public String weighing() {
        return "Two authorities do not sign for one host with the same dates to the second by chance. That a private certificate stands"
                + " beside a public one is a hint only: a service may look otherwise from inside; so is a series with equal dates, which a"
                + " script may have issued.";
    }

    @Override
    public String falsePositives() {
        return "Hosts that show a private certificate inside an organisation and a public one outside, in a capture that saw both; several"
                + " machines whose certificates a private authority issued in the same second.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = OtherConnections.suspect(seen).orElse(null);
        ServerName host = seen.serverName().orElse(null);
        if (leaf == null || host == null || !isForHost(seen) || OtherConnections.isPerhapsPublic(seen)) {
            return List.of();
        }
        List<ForgePrint> others =
                seen.surroundings().map(all -> all.otherLeaves(host, leaf)).orElse(List.of());
        return copied(leaf, others)
                .or(() -> besidePublic(seen, leaf, others))
                .or(() -> mintedAnew(leaf, others))
                .map(List::of)
                .orElse(List.of());
    }

    /** A portal's certificate for its own name says nothing about the host. */
    private static boolean isForHost(Observation seen) {
        return seen.trust()
                .flatMap(trust -> trust.hostname())
                .filter(name -> name.matched())
                .isPresent();
    }

    private static Optional<Evidence> copied(ForgePrint leaf, List<ForgePrint> others) {
        return others.stream()
                .filter(other -> !other.issuer().equals(leaf.issuer()) && hasSameDates(leaf, other))
                .findFirst()
                .map(other -> Evidence.of(
                        ID,
                        Grade.STRONG,
                        COPIED,
                        alsoShowed(other) + "; this one, by \"" + leaf.issuer().printable()
                                + "\", has its dates to the second, " + dates(leaf),
                        SOURCE));
    }

    private static Optional<Evidence> besidePublic(Observation seen, ForgePrint leaf, List<ForgePrint> others) {
        return others.stream()
                .filter(other -> seen.sees(EvidenceKind.PUBLIC_MARKS))
                .filter(other -> !other.issuer().equals(leaf.issuer()) && looksPublic(other))
                .filter(other -> !isBeingReplaced(seen, leaf, other))
                .findFirst()
                .map(other -> Evidence.of(
                        ID,
                        Grade.WEAK,
                        BESIDE_PUBLIC,
                        alsoShowed(other) + " with a public authority's marks; this one, by \""
                                + leaf.issuer().printable() + "\", leads to no public root",
                        SOURCE));
    }

    /** Dates on a whole minute are those of authorities that round, over as many machines as they like. */
    private static Optional<Evidence> mintedAnew(ForgePrint leaf, List<ForgePrint> others) {
        long alike = others.stream()
                .filter(other -> other.issuer().equals(leaf.issuer()) && hasSameDates(leaf, other))
                .filter(other -> !other.serial().value().equals(leaf.serial().value()))
                .filter(other -> other.keyAlgorithm().equals(leaf.keyAlgorithm()))
                .count();
        boolean rounded = leaf.notBefore().getEpochSecond() % 60 == 0;
        return alike == 0 || rounded
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        ANEW,
                        "in this capture the host showed " + (alike + 1) + " certificates by \""
                                + leaf.issuer().printable() + "\" with other serial numbers and the same dates to the"
                                + " second, " + dates(leaf),
                        SOURCE));
    }

    private static boolean hasSameDates(ForgePrint one, ForgePrint other) {
        return one.notBefore().equals(other.notBefore()) && one.notAfter().equals(other.notAfter());
    }

    private static boolean looksPublic(ForgePrint leaf) {
        Set<PublicMark> marks = leaf.publicMarks();
        return marks.contains(PublicMark.SCT)
                && STATUS.stream().anyMatch(marks::contains)
                && POLICY.stream().anyMatch(marks::contains);
    }

    /** The owner goes over to a public authority. */
    private static boolean isBeingReplaced(Observation seen, ForgePrint leaf, ForgePrint other) {
        Duration left = Duration.between(seen.at(), leaf.notAfter());
        return leaf.notBefore().isBefore(other.notBefore())
                && left.compareTo(leaf.validity().dividedBy(RENEWAL_SHARE)) < 0;
    }

    private static String alsoShowed(ForgePrint other) {
        return "in this capture the host also showed a certificate by \""
                + other.issuer().printable() + "\"";
    }

    private static String dates(ForgePrint leaf) {
        return leaf.notBefore() + " to " + leaf.notAfter();
    }
}
