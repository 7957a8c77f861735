package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A ticket of an earlier session up to TLS 1.2, or, empty, the wish for one (RFC 5077 section 3.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SessionTicket extends ExtensionBody {

    private Bytes ticket = Bytes.EMPTY;

    SessionTicket(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque ticket<0..2^16-1>; // without a length of its own}</pre> */
    private void read(WireReader data) throws MalformedException {
        ticket = data.rest();
    }

    /**
     * The ticket.
     *
     * @return its bytes; empty where one is only asked for
     */
    public Bytes ticket() {
        return ticket;
    }
}
