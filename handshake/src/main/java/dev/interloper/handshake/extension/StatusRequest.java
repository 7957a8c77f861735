package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * A wish for a stapled OCSP response, and in TLS 1.3 the response itself (RFC 6066 section 8, RFC 8446 section 4.4.2.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class StatusRequest extends ExtensionBody {

    private static final int OCSP = 1;

    private int statusType = -1;
    private final List<Bytes> responderIds = new ArrayList<>();
    private Bytes requestExtensions = Bytes.EMPTY;
    private Bytes ocspResponse = Bytes.EMPTY;

    StatusRequest(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { CertificateStatusType status_type; ResponderID responder_id_list<0..2^16-1>; Extensions request_extensions; };}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient() && !data.hasRemaining()) {
            return;
        }
        statusType = data.u8("status_type");
        if (statusType != OCSP) {
            data.rest();
        } else if (isIn(HandshakeType.CERTIFICATE)) {
            ocspResponse = data.vector24("OCSPResponse").rest();
        } else {
            Vectors.opaque16(data.vector16("responder_id_list"), "ResponderID", responderIds);
            requestExtensions = data.vector16("request_extensions").rest();
        }
    }

    /**
     * The kind of status: 1 is OCSP, others are kept raw.
     *
     * @return its number; empty where a server acknowledges the wish
     */
    public OptionalInt statusType() {
        return statusType < 0 ? OptionalInt.empty() : OptionalInt.of(statusType);
    }

    /**
     * The OCSP responders that the client trusts.
     *
     * @return each as DER, in the order of the wire
     */
    public List<Bytes> responderIds() {
        return Collections.unmodifiableList(responderIds);
    }

    /**
     * The extensions of the OCSP request.
     *
     * @return DER, perhaps empty
     */
    public Bytes requestExtensions() {
        return requestExtensions;
    }

    /**
     * The response, in a Certificate message of TLS 1.3.
     *
     * @return DER; empty elsewhere
     */
    public Bytes ocspResponse() {
        return ocspResponse;
    }
}
