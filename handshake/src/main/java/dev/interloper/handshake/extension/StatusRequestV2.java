package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A wish for stapled OCSP responses for the whole chain (RFC 6961). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class StatusRequestV2 extends ExtensionBody {

    /**
     * One kind of status. Immutable.
     *
     * @param statusType 1 is OCSP, 2 OCSP for the whole chain
     * @param request its responder ids and request extensions, raw
     */
    public record Item(int statusType, Bytes request) {}

    private final List<Item> items = new ArrayList<>();

    StatusRequestV2(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { CertificateStatusType status_type; opaque request<0..2^16-1>; } CertificateStatusRequestItemV2;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            return;
        }
        WireReader list = data.vector16("certificate_status_req_list");
        while (list.hasRemaining()) {
            int statusType = list.u8("status_type");
            items.add(new Item(statusType, list.vector16("request").rest()));
        }
    }

    /**
     * The kinds of status asked for.
     *
     * @return in the order of the wire; empty where a server acknowledges the wish
     */
    public List<Item> items() {
        return Collections.unmodifiableList(items);
    }
}
