package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.Certificates;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A successful OCSP response of the basic type (RFC 6960 4.2.1); any other is refused with its reason. */
public final class OcspResponse {
    private static final int ENUMERATED = 0x0a;
    private static final int EXPLICIT_0 = 0xa0;
    private static final int EXPLICIT_1 = 0xa1;
    private static final int EXPLICIT_2 = 0xa2;
    private static final int GENERALIZED_TIME = 0x18;
    private static final String BASIC = "1.3.6.1.5.5.7.48.1.1";

    /** Certificates, and certificates answered for, in one response. */
    private static final int MAX_CERTIFICATES = 16;

    private static final int MAX_ANSWERS = 256;

    private final SignedBytes signed;
    private final List<OcspSingle> answers = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();

    private OcspResponse(byte[] der) throws DerException {
        DerCursor whole = DerCursor.over(der);
        DerCursor response = whole.enter(DerCursor.SEQUENCE);
        byte[] status = response.enter(ENUMERATED).rest();
        if (status.length != 1 || status[0] != 0) {
            throw new DerException(0, "the responder reports " + (status.length == 1 ? name(status[0]) : "an error"));
        }
        DerCursor bytes = response.enter(EXPLICIT_0).enter(DerCursor.SEQUENCE);
        String type = Oids.decode(bytes.enter(DerCursor.OID).rest());
        if (!type.equals(BASIC)) {
            throw new DerException(0, "a response of type " + type);
        }
        DerCursor basic = bytes.enter(DerCursor.OCTET_STRING).enter(DerCursor.SEQUENCE);
        signed = SignedBytes.read(basic);
        readAnswers(signed.content());
        if (basic.hasMore()) {
            readCertificates(basic.enter(EXPLICIT_0).enter(DerCursor.SEQUENCE));
        }
        if (whole.hasMore()) {
            throw new DerException(0, "octets after the response");
        }
    }

    public static OcspResponse parse(byte[] der) throws DerException {
        return new OcspResponse(der);
    }

    private void readAnswers(DerCursor data) throws DerException {
        if (data.peekTag() == EXPLICIT_0) {
            data.enter(); // the version
        }
        if (data.peekTag() != EXPLICIT_1) {
            data.enter(EXPLICIT_2); // whom the responder says he is; the signature shows it
        } else {
            data.enter();
        }
        data.enter(GENERALIZED_TIME);
        DerCursor list = data.enter(DerCursor.SEQUENCE);
        while (list.hasMore()) {
            if (answers.size() == MAX_ANSWERS) {
                throw new DerException(0, "more than " + MAX_ANSWERS + " answers");
            }
            answers.add(OcspSingle.read(list.enter(DerCursor.SEQUENCE)));
        }
        if (data.hasMore()) {
            OcspSingle.refuseCritical(data.enter(EXPLICIT_1));
        }
    }

    private void readCertificates(DerCursor list) throws DerException {
        while (list.hasMore()) {
            if (certificates.size() == MAX_CERTIFICATES) {
                throw new DerException(0, "more than " + MAX_CERTIFICATES + " certificates");
            }
            try {
                certificates.add(Certificates.parse(list.element()));
            } catch (CertificateException e) {
                throw new DerException(0, "a certificate that does not parse");
            }
        }
    }

    private static String name(int status) {
        return switch (status) {
            case 1 -> "malformedRequest";
            case 2 -> "internalError";
            case 3 -> "tryLater";
            case 5 -> "sigRequired";
            case 6 -> "unauthorized";
            default -> "status " + status;
        };
    }

    public SignedBytes signed() {
        return signed;
    }

    public List<OcspSingle> answers() {
        return List.copyOf(answers);
    }

    /** The certificates sent along, for finding the signer. */
    public List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }
}
