package dev.interloper.certs.internal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a certificate that must be taken from its bytes: names, algorithms and the public key exactly as encoded,
 * and the extensions in their order. What cannot be read is empty; nothing is thrown.
 */
public final class CertificateStructure {
    /** More extensions than any certificate has; what follows is left out. */
    private static final int MAX_EXTENSIONS = 256;

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int FIELDS_BEFORE_KEY = 5; // serial number, algorithm, issuer, validity and subject
    private static final byte[] NONE = {};

    private int version = 1;
    private byte[] innerAlgorithm = NONE;
    private byte[] outerAlgorithm = NONE;
    private byte[] issuer = NONE;
    private byte[] subject = NONE;
    private byte[] subjectPublicKeyInfo = NONE;
    private byte[] keyBits = NONE;
    private boolean complete;
    private final List<RawExtension> extensions = new ArrayList<>();

    private CertificateStructure() {}

    public static CertificateStructure of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return new CertificateStructure();
        }
    }

    public static CertificateStructure of(byte[] der) {
        CertificateStructure structure = new CertificateStructure();
        try {
            DerCursor certificate = DerCursor.over(der).enter(DerCursor.SEQUENCE);
            DerCursor tbs = certificate.enter(DerCursor.SEQUENCE);
            structure.outerAlgorithm = certificate.hasMore() ? certificate.element() : NONE;
            structure.read(tbs);
            structure.complete = true;
        } catch (DerException e) {
            // what was read before stands
        }
        return structure;
    }

    /** The SubjectPublicKeyInfo element alone, what lies behind it is not looked at; no octets when it cannot be read. */
    public static byte[] publicKeyInfo(X509Certificate certificate) {
        try {
            DerCursor tbs = DerCursor.over(certificate.getEncoded())
                    .enter(DerCursor.SEQUENCE)
                    .enter(DerCursor.SEQUENCE);
            if (tbs.peekTag() == VERSION) {
                tbs.enter();
            }
            for (int i = 0; i < FIELDS_BEFORE_KEY; i++) {
                tbs.enter();
            }
            return tbs.element();
        } catch (CertificateEncodingException | DerException e) {
            return NONE;
        }
    }

    private void read(DerCursor tbs) throws DerException {
        if (tbs.peekTag() == VERSION) {
            byte[] number = tbs.enter().enter(DerCursor.INTEGER).rest();
            version = number.length == 1 ? number[0] + 1 : -1;
        }
        tbs.enter(DerCursor.INTEGER); // the serial number
        innerAlgorithm = tbs.element();
        issuer = tbs.element();
        tbs.enter(DerCursor.SEQUENCE); // validity
        subject = tbs.element();
        subjectPublicKeyInfo = tbs.element();
        keyBits = keyBits(subjectPublicKeyInfo);
        readExtensions(tbs);
    }

    private static byte[] keyBits(byte[] key) throws DerException {
        DerCursor info = DerCursor.over(key).enter(DerCursor.SEQUENCE);
        info.enter(DerCursor.SEQUENCE);
        byte[] bitString = info.enter(DerCursor.BIT_STRING).rest();
        return bitString.length == 0 ? bitString : Arrays.copyOfRange(bitString, 1, bitString.length);
    }

    private void readExtensions(DerCursor tbs) throws DerException {
        while (tbs.hasMore() && tbs.peekTag() != EXTENSIONS) {
            tbs.enter(); // unique identifiers of version 2
        }
        if (!tbs.hasMore()) {
            return;
        }
        DerCursor list = tbs.enter(EXTENSIONS).enter(DerCursor.SEQUENCE);
        while (list.hasMore() && extensions.size() < MAX_EXTENSIONS) {
            DerCursor extension = list.enter(DerCursor.SEQUENCE);
            String oid = Oids.decode(extension.enter(DerCursor.OID).rest());
            boolean critical = false;
            if (extension.peekTag() == DerCursor.BOOLEAN) {
                byte[] value = extension.enter().rest();
                critical = value.length == 1 && value[0] != 0;
            }
            extensions.add(new RawExtension(
                    oid, critical, extension.enter(DerCursor.OCTET_STRING).rest()));
        }
    }

    /** Whether everything was read, to the last extension that is looked at. */
    public boolean complete() {
        return complete;
    }

    /** The version by its name: 1, 2 or 3; -1 when it is none. */
    public int version() {
        return version;
    }

    /** Whether the two places that name the signature algorithm say the same. */
    public boolean algorithmsAgree() {
        return Arrays.equals(innerAlgorithm, outerAlgorithm);
    }

    /** The issuer's name as encoded. */
    public byte[] issuer() {
        return issuer.clone();
    }

    /** The subject's name as encoded. */
    public byte[] subject() {
        return subject.clone();
    }

    /** Whether this is an empty sequence of relative distinguished names. */
    public static boolean isEmptyName(byte[] name) {
        return name.length == 2;
    }

    /** Whether the issuer's name is, octet for octet, the subject's. */
    public boolean selfIssued() {
        return Arrays.equals(issuer, subject);
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
        return List.copyOf(extensions);
    }

    /** The first extension with this identifier. */
    public Optional<RawExtension> extension(String oid) {
        for (RawExtension extension : extensions) {
            if (extension.oid().equals(oid)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }
}
