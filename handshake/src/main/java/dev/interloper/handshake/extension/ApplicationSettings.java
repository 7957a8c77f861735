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
 * The protocols for which a client takes settings within the handshake, or such settings (ALPS, draft-vvv-tls-alps); 17513 is its first number, 17613 its second. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ApplicationSettings extends ExtensionBody {

    private final List<Bytes> names = new ArrayList<>();
    private Bytes settings = Bytes.EMPTY;

    ApplicationSettings(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code case client_hello: ProtocolName supported_protocols<2..2^16-1>; default: opaque settings;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (isFromClient()) {
            Vectors.opaque8(data.vector16("supported_protocols"), "protocol_name", names);
        } else {
            settings = data.rest();
        }
    }

    /**
     * The protocols' names.
     *
     * @return in the order of the wire; empty outside a ClientHello
     */
    public List<Bytes> names() {
        return Collections.unmodifiableList(names);
    }

    /**
     * The settings, in the form of the application protocol.
     *
     * @return their bytes; empty in a ClientHello
     */
    public Bytes settings() {
        return settings;
    }
}
