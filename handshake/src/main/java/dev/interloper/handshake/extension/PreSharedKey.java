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
 * The pre-shared keys that a client offers, tickets mostly, or the server's choice (RFC 8446 section 4.2.11). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class PreSharedKey extends ExtensionBody {

    /**
     * One identity. Immutable.
     *
     * @param identity its bytes: a ticket, or the name of a key agreed on before
     * @param obfuscatedTicketAge the ticket's age in milliseconds plus its ageAdd, modulo 2^32
     */
    public record Identity(Bytes identity, long obfuscatedTicketAge) {}

    private final List<Identity> identities = new ArrayList<>();
    private final List<Bytes> binders = new ArrayList<>();
    private int selectedIdentity = -1;

    PreSharedKey(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { PskIdentity identities<7..2^16-1>; PskBinderEntry binders<33..2^16-1>; } OfferedPsks;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            selectedIdentity = data.u16("selected_identity");
            return;
        }
        WireReader list = data.vector16("identities");
        while (list.hasRemaining()) {
            Bytes identity = list.vector16("identity").rest();
            identities.add(new Identity(identity, list.u32("obfuscated_ticket_age")));
        }
        Vectors.opaque8(data.vector16("binders"), "binder", binders);
    }

    /**
     * The identities offered.
     *
     * @return in the order of the wire; empty in a ServerHello
     */
    public List<Identity> identities() {
        return Collections.unmodifiableList(identities);
    }

    /**
     * The proofs that the client knows the keys.
     *
     * @return one for each identity; empty in a ServerHello
     */
    public List<Bytes> binders() {
        return Collections.unmodifiableList(binders);
    }

    /**
     * The identity that the server chose.
     *
     * @return its index, from 0; empty in a ClientHello
     */
    public OptionalInt selectedIdentity() {
        return selectedIdentity < 0 ? OptionalInt.empty() : OptionalInt.of(selectedIdentity);
    }
}
