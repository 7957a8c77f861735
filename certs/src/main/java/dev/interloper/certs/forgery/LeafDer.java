package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A certificate taken apart by its bytes in one pass, for what a decoder smooths over: string types, how defaults and
 * times are written, parameters. What cannot be read stays empty; nothing is thrown.
 */
final class LeafDer {
    /** More extensions than any certificate has; what follows is left out. */
    private static final int MAX_EXTENSIONS = 64;

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    private boolean complete;
    private byte[] encoded = {};
    private byte[] serial = {};
    private byte[] innerAlgorithm = {};
    private byte[] outerAlgorithm = {};
    private byte[] keyInfo = {};
    private byte[] keyBits = {};
    private List<NameAttribute> issuer = List.of();
    private List<NameAttribute> subject = List.of();
    private int notBeforeTag;
    private int notAfterTag;
    private boolean uniqueIds;
    private final List<LeafExtension> extensions = new ArrayList<>();

    private LeafDer() {}

    static LeafDer of(X509Certificate certificate) {
        LeafDer read = new LeafDer();
        try {
            read.encoded = certificate.getEncoded();
            DerCursor outer = DerCursor.over(read.encoded).enter(DerCursor.SEQUENCE);
            read.tbs(outer.enter(DerCursor.SEQUENCE));
            read.outerAlgorithm = outer.element();
            read.complete = true;
        } catch (DerException | CertificateEncodingException e) {
            // what was read before stands
        }
        return read;
    }

    private void tbs(DerCursor tbs) throws DerException {
        if (tbs.peekTag() == VERSION) {
            tbs.enter();
        }
        serial = tbs.enter(DerCursor.INTEGER).rest();
        innerAlgorithm = tbs.element();
        issuer = NameAttribute.read(tbs.enter(DerCursor.SEQUENCE));
        DerCursor validity = tbs.enter(DerCursor.SEQUENCE);
        notBeforeTag = validity.peekTag();
        validity.enter();
        notAfterTag = validity.peekTag();
        subject = NameAttribute.read(tbs.enter(DerCursor.SEQUENCE));
        keyInfo = tbs.element();
        DerCursor info = DerCursor.over(keyInfo).enter(DerCursor.SEQUENCE);
        info.enter(DerCursor.SEQUENCE);
        byte[] bitString = info.enter(DerCursor.BIT_STRING).rest();
        keyBits = bitString.length == 0 ? bitString : Arrays.copyOfRange(bitString, 1, bitString.length);
        while (tbs.hasMore() && tbs.peekTag() != EXTENSIONS) {
            tbs.enter();
            uniqueIds = true;
        }
        if (tbs.hasMore()) {
            extensions(tbs.enter().enter(DerCursor.SEQUENCE));
        }
    }

    private void extensions(DerCursor list) throws DerException {
        while (list.hasMore() && extensions.size() < MAX_EXTENSIONS) {
            DerCursor extension = list.enter(DerCursor.SEQUENCE);
            String oid = TypeNames.oid(extension.enter(DerCursor.OID).rest());
            int criticality = -1;
            if (extension.peekTag() == DerCursor.BOOLEAN) {
                byte[] content = extension.enter().rest();
                criticality = content.length == 1 ? content[0] & 0xff : 0;
            }
            extensions.add(new LeafExtension(
                    oid, criticality, extension.enter(DerCursor.OCTET_STRING).rest()));
        }
    }

    boolean complete() {
        return complete;
    }

    byte[] encoded() {
        return encoded;
    }

    byte[] serial() {
        return serial;
    }

    byte[] innerAlgorithm() {
        return innerAlgorithm;
    }

    byte[] outerAlgorithm() {
        return outerAlgorithm;
    }

    /** Identifier of the signature algorithm. */
    Optional<String> signatureOid() {
        try {
            DerCursor fields = DerCursor.over(innerAlgorithm).enter(DerCursor.SEQUENCE);
            return Optional.of(TypeNames.oid(fields.enter(DerCursor.OID).rest()));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    byte[] keyInfo() {
        return keyInfo;
    }

    byte[] keyBits() {
        return keyBits;
    }

    List<NameAttribute> issuer() {
        return issuer;
    }

    List<NameAttribute> subject() {
        return subject;
    }

    int notBeforeTag() {
        return notBeforeTag;
    }

    int notAfterTag() {
        return notAfterTag;
    }

    boolean uniqueIds() {
        return uniqueIds;
    }

    List<LeafExtension> extensions() {
        return extensions;
    }

    /** The first extension with this identifier. */
    Optional<LeafExtension> extension(String oid) {
        for (LeafExtension extension : extensions) {
            if (extension.oid().equals(oid)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }
}
