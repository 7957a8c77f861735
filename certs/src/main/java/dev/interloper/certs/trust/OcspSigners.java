package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.Signatures;
import dev.interloper.certs.internal.revocation.OcspResponse;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a response is signed by the issuer of the certificate or by whom he delegated to (RFC 6960 4.2.2.2). */
final class OcspSigners {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
    private static final int DIGITAL_SIGNATURE = 0;

    private final Instant at;
    private final RevocationWork work;
    private final Predicate<X509Certificate> revoked;

    OcspSigners(Instant at, RevocationWork work, Predicate<X509Certificate> revoked) {
        this.at = at;
        this.work = work;
        this.revoked = revoked;
    }

    /**
     * What is wrong.
     *
     * @param code what was found
     * @param what the rest of the sentence
     */
    record Objection(FindingCode code, String what) {}

    /** What stands against the signature; empty when it is as it should be. */
    Optional<Objection> objection(OcspResponse response, PathIssuer issuer) {
        if (work.verify(response.signed(), issuer.key()) == Signatures.Outcome.VERIFIED) {
            return Optional.empty();
        }
        Optional<Objection> worst = Optional.of(new Objection(
                FindingCode.OCSP_SIGNATURE_INVALID,
                " has a signature that verifies neither under the issuer's key nor under that of a certificate sent"
                        + " along"));
        for (X509Certificate delegate : response.certificates()) {
            if (work.verify(response.signed(), delegate.getPublicKey()) == Signatures.Outcome.VERIFIED) {
                Optional<String> objection = objection(delegate, issuer);
                if (objection.isEmpty()) {
                    return Optional.empty();
                }
                worst = objection.map(why -> new Objection(
                        FindingCode.OCSP_SIGNER_NOT_ALLOWED, " is signed by " + Say.who(delegate) + ", " + why));
            }
        }
        return worst;
    }

    private Optional<String> objection(X509Certificate delegate, PathIssuer issuer) {
        if (!delegate.getIssuerX500Principal().equals(issuer.name())
                || work.verify(delegate, issuer.key()) != Signatures.Outcome.VERIFIED) {
            return Optional.of("whom the certificate's issuer did not certify");
        }
        if (!mayAnswer(delegate)) {
            return Optional.of("whose extended key usage lacks OCSPSigning");
        }
        boolean[] usage = delegate.getKeyUsage();
        if (usage != null && !(DIGITAL_SIGNATURE < usage.length && usage[DIGITAL_SIGNATURE])) {
            return Optional.of("whose key usage lacks digitalSignature");
        }
        if (at.isBefore(delegate.getNotBefore().toInstant())
                || at.isAfter(delegate.getNotAfter().toInstant())) {
            return Optional.of("whose certificate is valid from "
                    + delegate.getNotBefore().toInstant() + " to "
                    + delegate.getNotAfter().toInstant());
        }
        boolean unchecked =
                CertificateStructure.of(delegate).extension(NO_CHECK).isPresent();
        return !unchecked && revoked.test(delegate) ? Optional.of("whose certificate is revoked") : Optional.empty();
    }

    private static boolean mayAnswer(X509Certificate delegate) {
        try {
            List<String> usages = delegate.getExtendedKeyUsage();
            return usages != null && usages.contains(OCSP_SIGNING);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
