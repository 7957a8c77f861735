package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import dev.interloper.certs.internal.Signatures;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Decides what became of a field. */
final class Fates {
    private Fates() {}

    static Fate of(LeafField field, ForgePrint seen, ForgePrint reference) {
        X509Certificate ours = seen.leaf();
        X509Certificate theirs = reference.leaf();
        return switch (field) {
            case SERIAL -> equal(seen.serial().value(), reference.serial().value());
            case SIGNATURE_ALGORITHM ->
                equal(seen.der().signatureOid(), reference.der().signatureOid());
            case ISSUER -> name(ours.getIssuerX500Principal(), theirs.getIssuerX500Principal());
            case SUBJECT -> name(ours.getSubjectX500Principal(), theirs.getSubjectX500Principal());
            case NOT_BEFORE -> equal(seen.notBefore(), reference.notBefore());
            case NOT_AFTER -> equal(seen.notAfter(), reference.notAfter());
            case KEY -> equal(seen.keyHash(), reference.keyHash());
            default -> extension(field, seen, reference);
        };
    }

    private static Fate equal(Object ours, Object theirs) {
        return ours.equals(theirs) ? Fate.KEPT : Fate.CHANGED;
    }

    private static Fate name(X500Principal ours, X500Principal theirs) {
        if (Arrays.equals(ours.getEncoded(), theirs.getEncoded())) {
            return Fate.KEPT;
        }
        return ours.equals(theirs) ? Fate.REWRITTEN : Fate.CHANGED;
    }

    private static Fate extension(LeafField field, ForgePrint seen, ForgePrint reference) {
        Optional<LeafExtension> ours = seen.der().extension(field.extension());
        Optional<LeafExtension> theirs = reference.der().extension(field.extension());
        if (ours.isEmpty() || theirs.isEmpty()) {
            return ours.isPresent() ? Fate.ADDED : theirs.isPresent() ? Fate.DROPPED : Fate.ABSENT;
        }
        boolean sameOctets =
                Arrays.equals(ours.get().value().rest(), theirs.get().value().rest());
        if (sameOctets && ours.get().critical() == theirs.get().critical()) {
            return Fate.KEPT;
        }
        return sameOctets || saysTheSame(field, seen, reference) ? Fate.REWRITTEN : Fate.CHANGED;
    }

    private static boolean saysTheSame(LeafField field, ForgePrint seen, ForgePrint reference) {
        return switch (field) {
            case ALTERNATIVE_NAMES -> sorted(seen).equals(sorted(reference));
            case KEY_USAGE -> Usages.keyUsage(seen.der()).equals(Usages.keyUsage(reference.der()));
            case EXTENDED_KEY_USAGE ->
                sorted(Usages.purposes(seen.der())).equals(sorted(Usages.purposes(reference.der())));
            default -> false;
        };
    }

    private static List<String> sorted(ForgePrint print) {
        return print.subjectAltNames().names().stream()
                .map(n -> n.kind() + ":" + n.value())
                .sorted()
                .toList();
    }

    private static List<String> sorted(String items) {
        return Arrays.stream(items.split(",", -1))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    static IssuerTie issuerTie(X509Certificate seen, X509Certificate reference, CertificateChain referenceChain) {
        X500Principal issuer = seen.getIssuerX500Principal();
        if (!issuer.equals(reference.getIssuerX500Principal())) {
            return IssuerTie.OTHER_NAME;
        }
        List<X509Certificate> issuers = referenceChain.certificates().stream()
                .filter(c -> c.getSubjectX500Principal().equals(issuer))
                .limit(4)
                .toList();
        if (issuers.isEmpty()) {
            return IssuerTie.SAME_NAME_UNCHECKED;
        }
        boolean signed =
                issuers.stream().anyMatch(c -> Signatures.check(seen, c.getPublicKey()) == Signatures.Outcome.VERIFIED);
        return signed ? IssuerTie.SAME_KEY : IssuerTie.SAME_NAME_OTHER_KEY;
    }
}
