package dev.interloper.certs.explain;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.name.SubjectAltName;
import dev.interloper.certs.name.SubjectAltNames;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Who vouches for a chain, and why the client does not take their word. */
final class AuthorityDiagnosis {
    private final TrustReport report;
    private final Cause said;
    private final Optional<AnchorSet> trustStore;
    private final String host;

    AuthorityDiagnosis(TrustReport report, Cause said, Optional<AnchorSet> trustStore) {
        this.report = report;
        this.said = said;
        this.trustStore = trustStore;
        this.host = report.request().serverName().map(ServerName::toString).orElse("the server");
    }

    Optional<Diagnosis> find() {
        if (report.has(FindingCode.IMPERSONATES_PUBLIC_ROOT)) {
            String sentence = report.findings().stream()
                    .filter(f -> f.code().equals(FindingCode.IMPERSONATES_PUBLIC_ROOT))
                    .findFirst()
                    .orElseThrow()
                    .sentence();
            return diagnosis(
                    Cause.PROXY, Certainty.LIKELY, "Somebody uses the name of a public authority. " + sentence);
        }
        if (report.anchor().isEmpty()) {
            return withoutAnchor();
        }
        Anchor anchor = report.anchor().get();
        return report.anchorClass().isPublic() ? publicAnchor(anchor) : otherAnchor(anchor);
    }

    private Optional<Diagnosis> withoutAnchor() {
        String issuer = report.bestPath()
                .flatMap(TrustPath::missingIssuer)
                .map(DistinguishedName::printable)
                .orElse("");
        String missing = "the issuer " + issuer + " is neither sent nor known";
        boolean publicMarks = ForgePrint.of(report.request().chain())
                .filter(p -> p.hasEmbeddedScts() || p.hasAuthorityInfoAccess())
                .isPresent();
        if (publicMarks) {
            return diagnosis(
                    Cause.INCOMPLETE_CHAIN,
                    Certainty.LIKELY,
                    "The server of " + host + " sends its certificate without the intermediates: " + missing + ".");
        }
        if (isPublicHost()) {
            return diagnosis(
                    Cause.PROXY,
                    Certainty.POSSIBLE,
                    "The certificate for " + host + " has none of the marks of a public authority, and " + missing
                            + ".");
        }
        return diagnosis(
                Cause.UNTRUSTED_AUTHORITY,
                Certainty.LIKELY,
                "The certificate for " + host + " is of a private authority: " + missing + ".");
    }

    private Optional<Diagnosis> publicAnchor(Anchor anchor) {
        if (report.has(FindingCode.ANCHOR_LEGACY) || report.has(FindingCode.ANCHOR_DISTRUSTED_AFTER)) {
            return Optional.empty(); // its finding says more
        }
        boolean lacking = trustStore.isPresent() && !storeHasAnAnchor(trustStore.get());
        boolean inferred = trustStore.isEmpty() && said == Cause.UNTRUSTED_AUTHORITY && report.trusted();
        if (!lacking && !inferred) {
            return Optional.empty();
        }
        String where = trustStore.map(AnchorSet::label).orElse("the trust store in use");
        return diagnosis(
                Cause.OLD_TRUST_STORE,
                lacking ? Certainty.CERTAIN : Certainty.LIKELY,
                "The chain of " + host + " ends in the public root "
                        + anchor.name().printable() + ", which " + where
                        + (lacking ? " does not have." : " seems not to have."));
    }

    private boolean storeHasAnAnchor(AnchorSet store) {
        return report.paths().stream().flatMap(p -> p.anchor().stream()).anyMatch(a -> store.contains(a.keyHash()));
    }

    private Optional<Diagnosis> otherAnchor(Anchor anchor) {
        if (trustStore.isPresent() && storeHasAnAnchor(trustStore.get())) {
            return Optional.empty();
        }
        X509Certificate leaf = report.request().chain().leaf().orElseThrow();
        if (anchor.certificate().filter(leaf::equals).isPresent()) {
            return diagnosis(
                    Cause.SELF_SIGNED,
                    Certainty.CERTAIN,
                    "The certificate of " + host + " is self-signed: nobody vouches for it but itself.");
        }
        boolean extra = report.bestPath().map(TrustPath::anchorIsExtra).orElse(false);
        String name = anchor.name().printable();
        String installed = extra ? ", which is installed in " + anchor.label() : "";
        if (report.anchorClass() == AnchorClass.UNKNOWN_NEWER_THAN_LIST) {
            return diagnosis(
                    Cause.OLD_TRUST_STORE,
                    Certainty.POSSIBLE,
                    "The chain of " + host + " ends in " + name + installed
                            + ": it may be a public root newer than the list here, and newer than the trust store in use.");
        }
        if (isPublicHost()) {
            return diagnosis(
                    Cause.PROXY,
                    Certainty.LIKELY,
                    "Somebody seems to sit between the client and " + host + ": the chain ends in " + name
                            + ", which is no public root" + installed + ".");
        }
        return diagnosis(
                Cause.UNTRUSTED_AUTHORITY,
                Certainty.CERTAIN,
                "The certificate of " + host + " is of the private authority " + name + installed
                        + (extra ? " and not in the trust store in use." : ", which the client does not know."));
    }

    /** Without a host the leaf's own names tell. */
    private boolean isPublicHost() {
        return report.request()
                .serverName()
                .map(ServerName::isPublic)
                .orElseGet(() -> report.request()
                        .chain()
                        .leaf()
                        .map(leaf -> SubjectAltNames.of(leaf).names().stream().anyMatch(AuthorityDiagnosis::isPublic))
                        .orElse(false));
    }

    private static boolean isPublic(SubjectAltName name) {
        String value = name.value().startsWith("*.") ? name.value().substring(2) : name.value();
        return (name.kind() == SubjectAltName.Kind.DNS || name.kind() == SubjectAltName.Kind.IP)
                && ServerName.parse(value).isPublic();
    }

    private static Optional<Diagnosis> diagnosis(Cause cause, Certainty certainty, String sentence) {
        return Optional.of(new Diagnosis(cause, certainty, sentence));
    }
}
