package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.UnreadableCertificate;
import dev.interloper.certs.internal.CertificateStructure;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the server presented its chain, seen from the best path through it (RFC 8446 4.4.2). */
final class PresentationFindings {
    private static final String SOURCE = "RFC 8446 4.4.2";
    private static final byte[] NOBODY = {};

    private final CertificateChain chain;
    private final List<Finding> findings = new ArrayList<>();

    private PresentationFindings(CertificateChain chain) {
        this.chain = chain;
    }

    /** What can be said of a chain without a leaf. */
    static List<Finding> withoutLeaf(CertificateChain chain, TrustProfile profile) {
        PresentationFindings all = new PresentationFindings(chain);
        all.unreadable(profile, NOBODY);
        if (chain.size() == 0) {
            all.add(FindingCode.CHAIN_EMPTY, Severity.ERROR, -1, "The server presented no certificate.");
        }
        return all.findings;
    }

    static List<Finding> of(CertificateChain chain, CandidatePath path, TrustProfile profile) {
        PresentationFindings all = new PresentationFindings(chain);
        all.unreadable(
                profile,
                path.missingIssuer().map(n -> n.principal().getEncoded()).orElse(NOBODY));
        all.duplicates();
        all.order(path);
        all.rootAndUnused(path);
        if (path.anchor().isEmpty() && chain.size() == 1) {
            all.add(
                    FindingCode.CHAIN_INCOMPLETE,
                    Severity.ERROR,
                    0,
                    "The server presented only its own certificate, and no intermediate to the issuer.");
        }
        return all.findings;
    }

    /** An unreadable certificate is an error where it is the leaf, or the issuer that the path lacks. */
    private void unreadable(TrustProfile profile, byte[] missing) {
        for (UnreadableCertificate entry : chain.unreadable()) {
            String size = entry.length() < 0 ? "" : " of " + entry.length() + " bytes";
            add(
                    FindingCode.CERTIFICATE_UNREADABLE,
                    entry.index() == 0 || is(missing, entry.index()) ? Severity.ERROR : Severity.WARNING,
                    entry.index(),
                    "Certificate " + entry.index() + size + " does not parse: " + entry.reason() + ".");
            chain.unreadableBytes(entry.index()).ifPresent(bytes -> form(entry.index(), bytes, profile));
        }
    }

    private boolean is(byte[] name, int index) {
        return chain.unreadableBytes(index)
                .map(bytes -> CertificateStructure.of(octets(bytes)).subject())
                .filter(subject -> Arrays.equals(subject, name))
                .isPresent();
    }

    private static byte[] octets(ByteBuffer bytes) {
        byte[] octets = new byte[bytes.remaining()];
        bytes.get(octets);
        return octets;
    }

    /** What is wrong with its form may be why the platform does not parse it. */
    private void form(int index, ByteBuffer bytes, TrustProfile profile) {
        CertificateFacts facts =
                CertificateFacts.ofUnreadable(index == 0 ? Role.LEAF : Role.INTERMEDIATE, octets(bytes));
        if (!facts.structure().complete()) {
            return;
        }
        profile.checks().stream()
                .filter(CertificateFormCheck.class::isInstance)
                .map(CertificateFormCheck.class::cast)
                .flatMap(check -> check.check(facts, () -> "Certificate " + index, index).stream())
                .map(profile::weigh)
                .map(finding -> index == 0 ? finding : finding.atMost(Severity.WARNING))
                .forEach(findings::add);
    }

    private void duplicates() {
        Set<X509Certificate> seen = new HashSet<>();
        for (int i = 0; i < chain.size(); i++) {
            Optional<X509Certificate> certificate = chain.certificateAt(i);
            if (certificate.isPresent() && !seen.add(certificate.get())) {
                String sentence = "Certificate " + i + " (" + Say.who(certificate.get()) + ") repeats certificate "
                        + chain.indexOf(certificate.get()) + ".";
                add(FindingCode.CHAIN_DUPLICATE, Severity.INFO, i, sentence);
            }
        }
    }

    private void order(CandidatePath path) {
        for (int i = 1; i < path.certificates().size(); i++) {
            int index = path.presentedIndex(i);
            if (index < path.presentedIndex(i - 1)) {
                String sentence = Say.certificate(path, i) + " certifies certificate " + path.presentedIndex(i - 1)
                        + " and was sent before it.";
                add(FindingCode.CHAIN_OUT_OF_ORDER, Severity.WARNING, index, sentence);
            }
        }
    }

    private void rootAndUnused(CandidatePath path) {
        Set<X509Certificate> seen = new HashSet<>(path.certificates());
        for (int i = 1; i < chain.size(); i++) {
            Optional<X509Certificate> certificate = chain.certificateAt(i);
            if (certificate.isEmpty() || !seen.add(certificate.get())) {
                continue;
            }
            String who = "Certificate " + i + " (" + Say.who(certificate.get()) + ")";
            if (isAnchor(path, certificate.get())) {
                add(FindingCode.CHAIN_ROOT_INCLUDED, Severity.INFO, i, who + " is the root itself.");
            } else {
                add(FindingCode.CHAIN_UNUSED_CERTIFICATE, Severity.INFO, i, who + " is not on the path.");
            }
        }
    }

    private static boolean isAnchor(CandidatePath path, X509Certificate certificate) {
        return path.anchor().isPresent()
                && certificate.getPublicKey().equals(path.anchor().get().publicKey())
                && certificate
                        .getSubjectX500Principal()
                        .equals(path.anchor().get().subject());
    }

    private void add(FindingCode code, Severity severity, int index, String sentence) {
        findings.add(Finding.of(code, severity, index, sentence, SOURCE));
    }
}
