package dev.interloper.core.signal;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One certificate of a private authority for many public sites that have nothing to do with each other. */
final class UnrelatedNamesSignal implements Signal {

    private static final String ID = "names.unrelated";
    private static final String SOURCE = "measured on a gateway with one certificate for all sites";
    private static final int MANY = 3;
    private static final int SHOWN = 4;
    private static final double WEIGHT = 2;

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
        return "A gateway that cannot mint certificates carries one for all the sites that it opens; nobody else has one"
                + " certificate, from an authority of their own, for sites of different owners.";
    }

    @Override
    public String weighing() {
        return "Owners of three unrelated public domains that run an authority of their own for all of them are rare, about one in seven.";
    }

    @Override
    public String falsePositives() {
        return "An owner of several public domains with an authority of their own. Content delivery networks bundle"
                + " unrelated sites too, but with public certificates, which this signal does not look at.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Set<String> domains = new TreeSet<>();
        seen.suspectLeaf()
                .ifPresent(leaf -> leaf.subjectAltNames().dnsNames().stream()
                        .map(name -> ServerName.parse(name.startsWith("*.") ? name.substring(2) : name))
                        .filter(name -> name.kind() == ServerName.Kind.PUBLIC_DNS)
                        .forEach(name -> domains.add(lastTwoLabels(name.normalized()))));
        if (domains.stream().map(UnrelatedNamesSignal::firstLabel).distinct().count() < MANY) {
            return List.of();
        }
        return List.of(Evidence.of(
                ID,
                Grade.STRONG,
                WEIGHT,
                "one certificate of a private authority is for " + domains.size() + " public domains: "
                        + String.join(", ", domains.stream().limit(SHOWN).toList())
                        + (domains.size() > SHOWN ? ", …" : ""),
                SOURCE));
    }

    /** One brand under several suffixes is one owner. */
    private static String firstLabel(String domain) {
        return domain.substring(0, Math.max(0, domain.indexOf('.')));
    }

    /** Under suffixes such as co.uk this counts too few domains, never too many. */
    private static String lastTwoLabels(String name) {
        int last = name.lastIndexOf('.');
        int beforeLast = name.lastIndexOf('.', last - 1);
        return name.substring(beforeLast + 1);
    }
}
