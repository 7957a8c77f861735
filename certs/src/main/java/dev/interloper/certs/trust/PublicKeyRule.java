package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import java.math.BigInteger;
import java.util.Set;

/** Keys are of the kinds that public authorities may certify (CA/Browser Forum 6.1.5, 6.1.6 and 7.1.3.1). */
final class PublicKeyRule implements CertificateRule {
    private static final String SIZES = "CA/Browser Forum Baseline Requirements 6.1.5";
    private static final String KINDS = "CA/Browser Forum Baseline Requirements 7.1.3.1";
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";
    private static final Set<String> CURVES = Set.of("1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35");

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        try {
            DerCursor algorithm = DerCursor.over(certificate.structure().subjectPublicKeyInfo())
                    .enter(DerCursor.SEQUENCE)
                    .enter(DerCursor.SEQUENCE);
            String oid = Oids.decode(algorithm.enter(DerCursor.OID).rest());
            switch (oid) {
                case RSA -> modulus(certificate, faults);
                case EC -> curve(algorithm, faults);
                default ->
                    faults.add(
                            FindingCode.KEY_TYPE_NOT_ALLOWED,
                            "has a public key of kind " + oid + ", neither RSA nor ECDSA.",
                            KINDS);
            }
        } catch (DerException e) {
            faults.add(FindingCode.KEY_TYPE_NOT_ALLOWED, "has a public key that does not parse.", KINDS);
        }
    }

    private static void modulus(CertificateFacts certificate, Faults faults) throws DerException {
        DerCursor key = DerCursor.over(certificate.structure().keyBits()).enter(DerCursor.SEQUENCE);
        byte[] modulus = key.enter(DerCursor.INTEGER).rest();
        if (modulus.length == 0) {
            throw new DerException(0, "an integer without octets");
        }
        int bits = new BigInteger(modulus).bitLength();
        if (bits % 8 != 0) {
            faults.add(
                    FindingCode.KEY_SIZE_NOT_ALLOWED,
                    "has an RSA key of " + bits + " bits, which is no multiple of 8.",
                    SIZES);
        }
    }

    private static void curve(DerCursor algorithm, Faults faults) throws DerException {
        if (algorithm.peekTag() != DerCursor.OID) {
            faults.add(FindingCode.CURVE_EXPLICIT, "has a key whose curve is spelled out, not named.", KINDS);
            return;
        }
        String curve = Oids.decode(algorithm.enter(DerCursor.OID).rest());
        if (!CURVES.contains(curve)) {
            faults.add(
                    FindingCode.CURVE_NOT_ALLOWED,
                    "has a key on the curve " + curve + ", none of P-256, P-384 and P-521.",
                    SIZES);
        }
    }
}
