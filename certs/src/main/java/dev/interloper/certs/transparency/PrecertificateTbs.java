package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.DerWriter;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The TBSCertificate that a log signs for a precertificate (RFC 6962 3.2): a certificate's own, octet for octet, without
 * the extensions that make the difference between the two.
 */
final class PrecertificateTbs {
    private static final byte[] EMBEDDED_SCTS = HexFormat.of().parseHex("2b06010401d679020402");
    private static final byte[] POISON = HexFormat.of().parseHex("2b06010401d679020403");
    private static final byte[] AUTHORITY_KEY_ID = HexFormat.of().parseHex("551d23");

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    /** More extensions than any certificate has; without the rest, no signature verifies. */
    private static final int MAX_EXTENSIONS = 256;

    private PrecertificateTbs() {}

    /**
     * Rebuilds it; empty when the bytes cannot be read.
     *
     * @param preCa the precertificate signing certificate, whose issuer and authority key identifier go in the place of
     *     those of the precertificate that it signed
     */
    static Optional<byte[]> of(X509Certificate certificate, Optional<X509Certificate> preCa) {
        try {
            DerCursor tbs = DerCursor.over(certificate.getTBSCertificate()).enter(DerCursor.SEQUENCE);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (tbs.peekTag() == VERSION) {
                out.writeBytes(tbs.element());
            }
            out.writeBytes(tbs.element()); // serial number
            out.writeBytes(tbs.element()); // signature algorithm
            byte[] issuer = tbs.element();
            out.writeBytes(
                    preCa.isPresent() ? preCa.get().getIssuerX500Principal().getEncoded() : issuer);
            while (tbs.hasMore() && tbs.peekTag() != EXTENSIONS) {
                out.writeBytes(tbs.element());
            }
            if (tbs.hasMore()) {
                Optional<byte[]> keyId = preCa.isPresent() ? authorityKeyId(preCa.get()) : Optional.empty();
                out.writeBytes(extensions(tbs.enter(EXTENSIONS).enter(DerCursor.SEQUENCE), keyId));
            }
            return tbs.hasMore()
                    ? Optional.empty()
                    : Optional.of(DerWriter.element(DerCursor.SEQUENCE, out.toByteArray()));
        } catch (DerException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] extensions(DerCursor list, Optional<byte[]> keyId) throws DerException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int i = 0; list.hasMore() && i < MAX_EXTENSIONS; i++) {
            byte[] extension = list.element();
            byte[] oid = oid(extension);
            if (Arrays.equals(oid, EMBEDDED_SCTS) || Arrays.equals(oid, POISON)) {
                continue;
            }
            boolean replaced = keyId.isPresent() && Arrays.equals(oid, AUTHORITY_KEY_ID);
            kept.writeBytes(replaced ? keyId.get() : extension);
        }
        return kept.size() == 0
                ? new byte[0]
                : DerWriter.element(EXTENSIONS, DerWriter.element(DerCursor.SEQUENCE, kept.toByteArray()));
    }

    private static Optional<byte[]> authorityKeyId(X509Certificate preCa)
            throws DerException, CertificateEncodingException {
        DerCursor tbs = DerCursor.over(preCa.getTBSCertificate()).enter(DerCursor.SEQUENCE);
        while (tbs.hasMore() && tbs.peekTag() != EXTENSIONS) {
            tbs.enter();
        }
        if (tbs.hasMore()) {
            DerCursor list = tbs.enter(EXTENSIONS).enter(DerCursor.SEQUENCE);
            for (int i = 0; list.hasMore() && i < MAX_EXTENSIONS; i++) {
                byte[] extension = list.element();
                if (Arrays.equals(oid(extension), AUTHORITY_KEY_ID)) {
                    return Optional.of(extension);
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] oid(byte[] extension) throws DerException {
        return DerCursor.over(extension)
                .enter(DerCursor.SEQUENCE)
                .enter(DerCursor.OID)
                .rest();
    }
}
