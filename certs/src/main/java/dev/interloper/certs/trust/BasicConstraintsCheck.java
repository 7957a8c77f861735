package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whoever signs certificates is a CA, and no more CAs follow than allowed. */
final class BasicConstraintsCheck implements PathCheck {
    private static final String SOURCE = "RFC 5280 4.2.1.9";

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        if (path.leaf().getBasicConstraints() >= 0) {
            String sentence = Say.certificate(path, 0) + " is the server's and yet a CA.";
            findings.add(
                    Finding.of(FindingCode.LEAF_IS_CA, Severity.WARNING, path.presentedIndex(0), sentence, SOURCE));
        }
        int below = 0; // CA certificates between the leaf and this one, self-issued ones not counted
        for (int i = 1; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            int allowed = certificate.getBasicConstraints();
            if (allowed < 0) {
                String sentence = Say.certificate(path, i) + " signed another certificate and is no CA.";
                findings.add(
                        Finding.of(FindingCode.NOT_A_CA, Severity.ERROR, path.presentedIndex(i), sentence, SOURCE));
            } else if (below > allowed) {
                findings.add(tooLong(Say.certificate(path, i), path.presentedIndex(i), allowed, below));
            }
            below += path.facts().get(i).selfIssued() ? 0 : 1;
        }
        anchor(path, below).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> anchor(CandidatePath path, int below) {
        Optional<X509Certificate> root = path.anchor().flatMap(Anchor::certificate);
        if (root.isEmpty() || root.get().equals(path.leaf())) {
            return Optional.empty();
        }
        int allowed = root.get().getBasicConstraints();
        return allowed >= 0 && below > allowed
                ? Optional.of(tooLong(
                        "The anchor " + Say.who(root.get()), path.chain().indexOf(root.get()), allowed, below))
                : Optional.empty();
    }

    private static Finding tooLong(String who, int index, int allowed, int below) {
        String sentence = who + " allows " + allowed + " CA certificates below it, the path has " + below + ".";
        return Finding.of(FindingCode.PATH_LENGTH_EXCEEDED, Severity.ERROR, index, sentence, SOURCE);
    }
}
