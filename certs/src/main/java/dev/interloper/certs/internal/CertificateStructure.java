package dev.interloper.certs.internal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a certificate that must be taken from its bytes: the public key exactly as encoded, and the extensions
 * in their order. What cannot be read is empty; nothing is thrown.
 */
public final class CertificateStructure {
    /** More extensions than any certificate has; what follows is left out. */
    private static final int MAX_EXTENSIONS = 256;

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    private final byte[] subjectPublicKeyInfo;
    private final byte[] keyBits;
    private final List<RawExtension> extensions;

    private CertificateStructure(byte[] subjectPublicKeyInfo, byte[] keyBits, List<RawExtension> extensions) {
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
        this.keyBits = keyBits;
        this.extensions = List.copyOf(extensions);
    }

    public static CertificateStructure of(X509Certificate certificate) {
        byte[] key = {};
        byte[] bits = {};
        List<RawExtension> extensions = new ArrayList<>();
        try {
            DerCursor tbs = DerCursor.over(certificate.getTBSCertificate()).enter(DerCursor.SEQUENCE);
            if (tbs.peekTag() == VERSION) {
                tbs.enter();
            }
            tbs.enter(DerCursor.INTEGER);
            for (int i = 0; i < 4; i++) { // signature algorithm, issuer, validity, subject
                tbs.enter(DerCursor.SEQUENCE);
            }
            key = tbs.element();
            bits = keyBits(key);
            readExtensions(tbs, extensions);
        } catch (DerException | CertificateEncodingException e) {
            // what was read before stands
        }
        return new CertificateStructure(key, bits, extensions);
    }

    private static byte[] keyBits(byte[] key) throws DerException {
        DerCursor info = DerCursor.over(key).enter(DerCursor.SEQUENCE);
        info.enter(DerCursor.SEQUENCE);
        byte[] bitString = info.enter(DerCursor.BIT_STRING).rest();
        return bitString.length == 0 ? bitString : Arrays.copyOfRange(bitString, 1, bitString.length);
    }

    private static void readExtensions(DerCursor tbs, List<RawExtension> into) throws DerException {
        while (tbs.hasMore() && tbs.peekTag() != EXTENSIONS) {
            tbs.enter(); // unique identifiers of version 2
        }
        if (!tbs.hasMore()) {
            return;
        }
        DerCursor list = tbs.enter(EXTENSIONS).enter(DerCursor.SEQUENCE);
        while (list.hasMore() && into.size() < MAX_EXTENSIONS) {
            DerCursor extension = list.enter(DerCursor.SEQUENCE);
            String oid = Oids.decode(extension.enter(DerCursor.OID).rest());
            boolean critical = false;
            if (extension.peekTag() == DerCursor.BOOLEAN) {
                byte[] value = extension.enter().rest();
                critical = value.length == 1 && value[0] != 0;
            }
            into.add(new RawExtension(
                    oid, critical, extension.enter(DerCursor.OCTET_STRING).rest()));
        }
    }

    /** The SubjectPublicKeyInfo element as encoded; no octets when it could not be read. */
    public byte[] subjectPublicKeyInfo() {
        return subjectPublicKeyInfo.clone();
    }

    /** Content of the subjectPublicKey BIT STRING, what RFC 5280 4.2.1.2 hashes into a key identifier. */
    public byte[] keyBits() {
        return keyBits.clone();
    }

    public List<RawExtension> extensions() {
        return extensions;
    }

    /** The first extension with this identifier. */
    public Optional<RawExtension> extension(String oid) {
        return extensions.stream().filter(e -> e.oid().equals(oid)).findFirst();
    }
}
