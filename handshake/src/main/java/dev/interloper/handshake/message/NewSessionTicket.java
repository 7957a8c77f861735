package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A ticket with which the client may resume the session (RFC 5077 section 3.3, RFC 8446 section 4.6.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class NewSessionTicket extends HandshakeMessage {

    private static final int FIRST_DRAFT_WITH_NONCE = 21;

    private long lifetimeSeconds;
    private long ageAdd;
    private Bytes nonce = Bytes.EMPTY;
    private Bytes ticket = Bytes.EMPTY;
    private final List<Extension> extensions = new ArrayList<>();

    NewSessionTicket(Bytes body, Provenance provenance, TlsVersion version) {
        super(HandshakeType.NEW_SESSION_TICKET, body, provenance);
        boolean nonced = !Forms.isDraftBefore(version, FIRST_DRAFT_WITH_NONCE);
        readFields(Forms.isTls13(version) ? in -> readTls13(in, nonced) : this::readTls12);
    }

    /** <pre>{@code struct { uint32 ticket_lifetime_hint; opaque ticket<0..2^16-1>; } NewSessionTicket;}</pre> */
    private void readTls12(WireReader in) throws MalformedException {
        lifetimeSeconds = in.u32("ticket_lifetime_hint");
        ticket = in.vector16("ticket").rest();
    }

    /**
     * <pre>{@code struct { uint32 ticket_lifetime; uint32 ticket_age_add; opaque ticket_nonce<0..255>;
     * opaque ticket<1..2^16-1>; Extension extensions<0..2^16-2>; } NewSessionTicket;}</pre>
     */
    private void readTls13(WireReader in, boolean nonced) throws MalformedException {
        lifetimeSeconds = in.u32("ticket_lifetime");
        ageAdd = in.u32("ticket_age_add");
        if (nonced) {
            nonce = in.vector8("ticket_nonce").rest();
        }
        ticket = in.vector16("ticket").rest();
        Extensions.read(in, extensions);
    }

    /**
     * How long the ticket is good for.
     *
     * @return seconds, 0 to 4,294,967,295; up to TLS 1.2 0 leaves it to the client
     */
    public long lifetimeSeconds() {
        return lifetimeSeconds;
    }

    /**
     * What a client adds to the ticket's age, to hide it; only in TLS 1.3.
     *
     * @return milliseconds, modulo 2^32
     */
    public long ageAdd() {
        return ageAdd;
    }

    /**
     * What sets the ticket apart from others of the same connection; only in TLS 1.3.
     *
     * @return 0 to 255 bytes
     */
    public Bytes nonce() {
        return nonce;
    }

    /**
     * The ticket, which means something to the server only.
     *
     * @return its bytes
     */
    public Bytes ticket() {
        return ticket;
    }

    /**
     * The ticket's extensions; only in TLS 1.3.
     *
     * @return in the order of the wire
     */
    public List<Extension> extensions() {
        return Collections.unmodifiableList(extensions);
    }
}
