package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stapled OCSP responses up to TLS 1.2 (RFC 6066 section 8, RFC 6961 section 2.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateStatus extends HandshakeMessage {

    private static final int OCSP = 1;
    private static final int OCSP_MULTI = 2;

    private int statusType = -1;
    private final List<Bytes> ocspResponses = new ArrayList<>();

    CertificateStatus(Bytes body, Provenance provenance) {
        super(HandshakeType.CERTIFICATE_STATUS, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { CertificateStatusType status_type; opaque OCSPResponse<1..2^24-1>; } CertificateStatus;}</pre> */
    private void read(WireReader in) throws MalformedException {
        statusType = in.u8("status_type");
        if (statusType == OCSP) {
            ocspResponses.add(in.vector24("OCSPResponse").rest());
        } else if (statusType == OCSP_MULTI) {
            WireReader list = in.vector24("ocsp_response_list");
            while (list.hasRemaining()) {
                ocspResponses.add(list.vector24("OCSPResponse").rest());
            }
        } else {
            in.rest();
        }
    }

    /**
     * The kind of status: 1 is OCSP, 2 a list of OCSP responses; others are kept raw.
     *
     * @return its number; -1 for an empty message
     */
    public int statusType() {
        return statusType;
    }

    /**
     * The response for the peer's own certificate.
     *
     * @return its DER; empty where there is none
     */
    public Bytes ocspResponse() {
        return ocspResponses.isEmpty() ? Bytes.EMPTY : ocspResponses.get(0);
    }

    /**
     * The responses, one for each certificate of the chain.
     *
     * @return each as DER, empty for certificates without one; one response at most for status type 1
     */
    public List<Bytes> ocspResponses() {
        return Collections.unmodifiableList(ocspResponses);
    }
}
