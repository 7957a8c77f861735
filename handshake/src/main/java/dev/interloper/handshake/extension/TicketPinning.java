package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A ticket that pins the server, and the server's proof of it (RFC 8672 section 3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class TicketPinning extends ExtensionBody {

    private Bytes proof = Bytes.EMPTY;
    private Bytes ticket = Bytes.EMPTY;
    private long lifetimeSeconds;

    TicketPinning(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code case client: opaque ticket<0..2^16-1>; case server: opaque proof<0..2^8-1>; opaque ticket<0..2^16-1>; uint32 lifetime;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            proof = data.vector8("proof").rest();
        }
        ticket = data.vector16("ticket").rest();
        if (!isFromClient()) {
            lifetimeSeconds = data.u32("lifetime");
        }
    }

    /**
     * The server's proof that it knows the ticket.
     *
     * @return its bytes; empty in a client's
     */
    public Bytes proof() {
        return proof;
    }

    /**
     * The ticket.
     *
     * @return its bytes
     */
    public Bytes ticket() {
        return ticket;
    }

    /**
     * How long the pin holds.
     *
     * @return seconds; 0 in a client's
     */
    public long lifetimeSeconds() {
        return lifetimeSeconds;
    }
}
