package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A stapled OCSP response up to TLS 1.2 (RFC 6066 section 8). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateStatus extends HandshakeMessage {

    private static final int OCSP = 1;

    private int statusType = -1;
    private Bytes ocspResponse = Bytes.EMPTY;

    CertificateStatus(Bytes body, Provenance provenance) {
        super(HandshakeType.CERTIFICATE_STATUS, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { CertificateStatusType status_type; opaque OCSPResponse<1..2^24-1>; };}</pre> */
    private void read(WireReader in) throws MalformedException {
        statusType = in.u8("status_type");
        if (statusType == OCSP) {
            ocspResponse = in.vector24("OCSPResponse").rest();
        } else {
            in.rest();
        }
    }

    /**
     * The kind of status: 1 is OCSP, 2 a list of OCSP responses (RFC 6961), which is kept raw.
     *
     * @return its number; -1 for an empty message
     */
    public int statusType() {
        return statusType;
    }

    /**
     * The response.
     *
     * @return its DER; empty for other kinds
     */
    public Bytes ocspResponse() {
        return ocspResponse;
    }
}
