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
 * What the client has kept of an earlier handshake, so that the server need not send it again (RFC 7924 section 3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CachedInfo extends ExtensionBody {

    /**
     * One thing kept. Immutable.
     *
     * @param type 1 is a Certificate message, 2 a CertificateRequest
     * @param hash the hash of what is kept; empty where a server answers
     */
    public record Item(int type, Bytes hash) {}

    private final List<Item> items = new ArrayList<>();

    CachedInfo(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { CachedInformationType type; opaque hash_value<1..255>; } CachedObject; CachedObject cached_info<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        WireReader list = data.vector16("cached_info");
        while (list.hasRemaining()) {
            int type = list.u8("type");
            items.add(new Item(type, isFromClient() ? list.vector8("hash_value").rest() : Bytes.EMPTY));
        }
    }

    /**
     * What is kept, or what the server will not send.
     *
     * @return in the order of the wire
     */
    public List<Item> items() {
        return Collections.unmodifiableList(items);
    }
}
