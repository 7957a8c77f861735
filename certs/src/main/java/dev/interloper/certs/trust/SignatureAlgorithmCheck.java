package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No signature on the path rests on a broken digest. The anchor's own signature proves nothing and is not looked at. */
final class SignatureAlgorithmCheck implements PathCheck {
    private static final Map<String, String> WEAK = Map.of(
            "1.2.840.113549.1.1.2", "MD2 with RSA",
            "1.2.840.113549.1.1.3", "MD4 with RSA",
            "1.2.840.113549.1.1.4", "MD5 with RSA",
            "1.2.840.113549.1.1.5", "SHA-1 with RSA",
            "1.3.14.3.2.29", "SHA-1 with RSA",
            "1.2.840.10040.4.3", "SHA-1 with DSA",
            "1.3.14.3.2.27", "SHA-1 with DSA",
            "1.2.840.10045.4.1", "SHA-1 with ECDSA");

    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final int HASH = 0xa0;
    private static final String SHA1 = "2b0e03021a"; // 1.3.14.3.2.26 encoded

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.certificates().size(); i++) {
            Optional<String> weak = weak(path.certificates().get(i));
            if (weak.isPresent()) {
                String sentence = Say.certificate(path, i) + " is signed with " + weak.get() + ".";
                findings.add(Finding.of(
                        FindingCode.WEAK_SIGNATURE_ALGORITHM,
                        Severity.ERROR,
                        path.presentedIndex(i),
                        sentence,
                        "RFC 9155; RFC 6151"));
            }
        }
        return findings;
    }

    private static Optional<String> weak(X509Certificate certificate) {
        String oid = certificate.getSigAlgOID();
        return PSS.equals(oid) && pssUsesSha1(certificate.getSigAlgParams())
                ? Optional.of("SHA-1 with RSASSA-PSS")
                : Optional.ofNullable(WEAK.get(oid));
    }

    /** SHA-1 is what absent parameters mean (RFC 4055 3.1). */
    private static boolean pssUsesSha1(byte[] parameters) {
        if (parameters == null) {
            return true;
        }
        try {
            DerCursor fields = DerCursor.over(parameters).enter(DerCursor.SEQUENCE);
            if (fields.peekTag() != HASH) {
                return true;
            }
            byte[] oid = fields.enter()
                    .enter(DerCursor.SEQUENCE)
                    .enter(DerCursor.OID)
                    .rest();
            return HexFormat.of().formatHex(oid).equals(SHA1);
        } catch (DerException e) {
            return true;
        }
    }
}
