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
 * The application protocols that a client offers or the server chose (ALPN, RFC 7301 section 3.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ApplicationProtocols extends ExtensionBody {

    private final List<Bytes> names = new ArrayList<>();

    ApplicationProtocols(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque ProtocolName<1..2^8-1>; ProtocolName protocol_name_list<2..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.opaque8(data.vector16("protocol_name_list"), "protocol_name", names);
    }

    /**
     * The protocols' names.
     *
     * @return in the order of the wire
     */
    public List<Bytes> names() {
        return Collections.unmodifiableList(names);
    }

    /**
     * The protocols' names in printable form: bytes that are not printable ASCII appear as {@code \xNN}.
     *
     * @return in the order of the wire
     */
    public List<String> printableNames() {
        return names.stream().map(Bytes::printable).toList();
    }
}
