package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * A chain of DNSSEC records that prove the server's TLSA record, or the wish for one (RFC 9102 section 2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class DnssecChain extends ExtensionBody {

    private int port = -1;
    private int supportLifetimeHours = -1;
    private Bytes chain = Bytes.EMPTY;

    DnssecChain(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code case client: uint16 PortNumber; case server: uint16 ExtSupportLifetime; opaque AuthenticationChain<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (isFromClient()) {
            port = data.u16("PortNumber");
            return;
        }
        supportLifetimeHours = data.u16("ExtSupportLifetime");
        chain = data.rest();
    }

    /**
     * The port that the client asks about.
     *
     * @return the number; empty where a server sent it
     */
    public OptionalInt port() {
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /**
     * How long the server promises to support this.
     *
     * @return hours; empty in a ClientHello
     */
    public OptionalInt supportLifetimeHours() {
        return supportLifetimeHours < 0 ? OptionalInt.empty() : OptionalInt.of(supportLifetimeHours);
    }

    /**
     * The records in DNS wire format.
     *
     * @return their bytes; empty in a ClientHello
     */
    public Bytes chain() {
        return chain;
    }
}
