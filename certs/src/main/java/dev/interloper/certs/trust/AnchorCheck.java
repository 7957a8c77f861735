package dev.interloper.certs.trust;

import dev.interloper.certs.name.DistinguishedName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path ends in an anchor that may vouch for this leaf. Not optional: without it nothing is trusted. */
final class AnchorCheck implements PathCheck {
    private static final String SOURCE = "RFC 5280 6.1.1";
    private static final String PROGRAMMES = "public root programmes";

    @Override
    public List<Finding> check(CandidatePath path) {
        if (path.anchor().isEmpty()) {
            return List.of(path.route().cut() ? cut(path) : issuerNotFound(path));
        }
        List<Finding> findings = new ArrayList<>();
        Anchor anchor = path.anchor().get();
        int index = anchor.certificate().map(path.chain()::indexOf).orElse(-1);
        if (path.anchorClass() == AnchorClass.LOCAL && !path.anchorIsExtra()) {
            String sentence = "The chain ends in the self-signed certificate "
                    + anchor.name().printable()
                    + ", whose key is neither that of a public root nor that of an anchor given.";
            findings.add(Finding.of(FindingCode.ANCHOR_NOT_GIVEN, Severity.ERROR, index, sentence, SOURCE));
        }
        if (path.anchorClass() == AnchorClass.PUBLIC_LEGACY && !path.anchorIsExtra()) {
            String sentence = "The anchor " + anchor.name().printable()
                    + " is a public root of the past that is not in force any more.";
            findings.add(Finding.of(FindingCode.ANCHOR_LEGACY, Severity.ERROR, index, sentence, PROGRAMMES));
        }
        distrusted(path, anchor, index).ifPresent(findings::add);
        anchor.certificate().flatMap(c -> notValid(path, c, index)).ifPresent(findings::add);
        return findings;
    }

    private static Finding cut(CandidatePath path) {
        String sentence = "The path goes on behind " + path.certificates().size()
                + " certificates, where the search for an anchor stopped.";
        return Finding.of(FindingCode.LIMIT_REACHED, Severity.ERROR, -1, sentence, "limits of the evaluator");
    }

    private static Finding issuerNotFound(CandidatePath path) {
        int last = path.certificates().size() - 1;
        String sentence = Say.certificate(path, last) + " was issued by "
                + path.missingIssuer().map(DistinguishedName::printable).orElse("")
                + ", which was neither sent with a key that made the signature nor is an anchor.";
        return Finding.of(
                FindingCode.ISSUER_NOT_FOUND, Severity.ERROR, path.presentedIndex(last), sentence, "RFC 5280 6.1");
    }

    private static Optional<Finding> distrusted(CandidatePath path, Anchor anchor, int index) {
        Optional<Instant> date = path.distrustAfter();
        Instant issued = path.leaf().getNotBefore().toInstant();
        if (date.isEmpty() || !issued.isAfter(date.get())) {
            return Optional.empty();
        }
        String sentence = "The anchor " + anchor.name().printable() + " is trusted for certificates issued up to "
                + date.get() + ", the leaf is valid from " + issued + ".";
        return Optional.of(
                Finding.of(FindingCode.ANCHOR_DISTRUSTED_AFTER, Severity.ERROR, index, sentence, PROGRAMMES));
    }

    private static Optional<Finding> notValid(CandidatePath path, X509Certificate certificate, int index) {
        Instant at = path.at().truncatedTo(ChronoUnit.SECONDS);
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (certificate.equals(path.leaf()) || (!at.isBefore(from) && !at.isAfter(to))) {
            return Optional.empty();
        }
        String sentence = "The anchor's certificate (" + Say.who(certificate) + ") is valid from " + from + " to " + to
                + ", it is " + path.at() + ".";
        return Optional.of(
                Finding.of(FindingCode.ANCHOR_NOT_VALID, Severity.ERROR, index, sentence, "RFC 5280 4.1.2.5"));
    }
}
