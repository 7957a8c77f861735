package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nobody goes by the name of a public root without its key. Looked at on paths that end in no public anchor: an authority
 * may renew its key under an old name, and then its path ends in a key that is listed.
 */
final class ImpersonationCheck implements PathCheck {
    private static final String SOURCE = "table of public roots";

    private final AnchorSet publicRoots;

    ImpersonationCheck(AnchorSet publicRoots) {
        this.publicRoots = publicRoots;
    }

    @Override
    public List<Finding> check(CandidatePath path) {
        if (path.anchorClass().isPublic()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        path.anchor().flatMap(a -> namesake(path, a)).ifPresent(findings::add);
        if (path.anchor().isEmpty()
                && !path.route().unverifiable()
                && !path.route().cut()) {
            issuerNamesake(path).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> namesake(CandidatePath path, Anchor anchor) {
        return publicRoots.withSubject(anchor.subject()).stream().findFirst().map(root -> {
            String sentence = "The path ends in " + anchor.name().printable()
                    + ", which is the name of a public root, and the key " + anchor.keyHash() + " is not that root's ("
                    + root.keyHash() + ").";
            int index = anchor.certificate().map(path.chain()::indexOf).orElse(-1);
            return Finding.of(FindingCode.IMPERSONATES_PUBLIC_ROOT, Severity.ERROR, index, sentence, SOURCE);
        });
    }

    private Optional<Finding> issuerNamesake(CandidatePath path) {
        int last = path.certificates().size() - 1;
        X509Certificate certificate = path.certificates().get(last);
        return publicRoots.withSubject(certificate.getIssuerX500Principal()).stream()
                .findFirst()
                .map(root -> {
                    String sentence = Say.certificate(path, last) + " says it was issued by the public root "
                            + root.name().printable() + ", and that root's key " + root.keyHash()
                            + " did not make its signature.";
                    return Finding.of(
                            FindingCode.IMPERSONATES_PUBLIC_ROOT,
                            Severity.ERROR,
                            path.presentedIndex(last),
                            sentence,
                            SOURCE);
                });
    }
}
