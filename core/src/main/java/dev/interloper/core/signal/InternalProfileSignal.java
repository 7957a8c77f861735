package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What internal hosts' own certificates look like. */
final class InternalProfileSignal implements Signal {

    private static final String ID = "internal.profile";
    private static final String SOURCE =
            "[MS-WCCE] section 2.2.2.7.7; step-ca provisioner extension; Kubernetes TLS bootstrapping; measured on ssl-cert";
    private static final Set<String> ENROLMENT_TEMPLATES = Set.of(
            "1.3.6.1.4.1.311.20.2", // AD CS, version 1 templates
            "1.3.6.1.4.1.311.21.7", // AD CS, version 2 templates
            "1.3.6.1.4.1.37476.9000.64.1"); // step-ca, provisioner
    private static final String KUBERNETES_NODES = "system:nodes";
    private static final double WEIGHT = -3;
    private static final int MAX_URLS = 16;

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
        return "On internal hosts a private authority is what one expects; where the certificate also shows that the server enrolled for it,"
                + " or made it itself, nothing is left for an interceptor to have done.";
    }

    @Override
    public String weighing() {
        return "Engines neither write enrolment templates or pointers to places inside, nor let a leaf sign itself; one case in twenty is left for those that copy"
                + " every extension.";
    }

    @Override
    public String falsePositives() {
        return "An engine that copies all extensions of an enrolled certificate; a gateway that answers for internal hosts with its own"
                + " self-signed certificate.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = seen.forgePrint().orElse(null);
        if (leaf == null || !seen.isInternalHost() || seen.isPubliclyAnchored()) {
            return List.of();
        }
        if (leaf.extensionOids().stream().anyMatch(ENROLMENT_TEMPLATES::contains)) {
            return List.of(against("an internal host, with a certificate that was enrolled with the organisation's own"
                    + " authority (its template or provisioner is in it)"));
        }
        if (!leaf.selfSigned() && publishesInside(leaf)) {
            return List.of(against("an internal host, with a certificate of an authority that publishes its revocation"
                    + " lists or its own certificate inside the organisation"));
        }
        boolean node =
                seen.sees(EvidenceKind.NAMES) && leaf.subject().attribute("O").contains(KUBERNETES_NODES);
        if (node) {
            return List.of(against("an internal host, with the serving certificate of a Kubernetes node"));
        }
        return leaf.selfSigned()
                ? List.of(
                        against("an internal host, with a certificate that signs itself, as servers and appliances make"
                                + " for themselves"))
                : List.of();
    }

    private static boolean publishesInside(ForgePrint leaf) {
        return Stream.concat(leaf.authorityInfoAccessUrls().stream(), leaf.crlDistributionPointUrls().stream())
                .limit(MAX_URLS)
                .anyMatch(InternalProfileSignal::isInside);
    }

    private static boolean isInside(String url) {
        if (url.startsWith("ldap:///")) {
            return true; // the directory of the client's own domain
        }
        try {
            String host = new URI(url).getHost();
            ServerName.Kind kind = host == null ? null : ServerName.parse(host).kind();
            return kind == ServerName.Kind.INTERNAL_DNS || kind == ServerName.Kind.PRIVATE_IP;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Evidence against(String statement) {
        return Evidence.of(ID, Grade.DECISIVE, WEIGHT, statement, SOURCE);
    }
}
