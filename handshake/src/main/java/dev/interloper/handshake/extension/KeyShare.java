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
 * The public keys that a client offers, the server's, or the group that the server asks for (RFC 8446 section 4.2.8); 40 was its number in drafts up to 22. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class KeyShare extends ExtensionBody {

    /**
     * One key. Immutable.
     *
     * @param group its group's 16-bit number
     * @param keyExchange its bytes: a point, a number, an encapsulation key or ciphertext, or, in hybrid groups, two of them
     */
    public record Entry(int group, Bytes keyExchange) {}

    private final List<Entry> entries = new ArrayList<>();
    private int selectedGroup = -1;

    KeyShare(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { NamedGroup group; opaque key_exchange<1..2^16-1>; } KeyShareEntry; KeyShareEntry client_shares<0..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (isIn(HandshakeType.HELLO_RETRY_REQUEST)) {
            selectedGroup = data.u16("selected_group");
        } else if (isFromClient()) {
            WireReader shares = data.vector16("client_shares");
            while (shares.hasRemaining()) {
                entries.add(entry(shares));
            }
        } else {
            entries.add(entry(data));
            selectedGroup = entries.get(0).group();
        }
    }

    private static Entry entry(WireReader in) throws MalformedException {
        int group = in.u16("group");
        return new Entry(group, in.vector16("key_exchange").rest());
    }

    /**
     * The keys.
     *
     * @return in the order of the wire, GREASE included; one in a ServerHello, none in a HelloRetryRequest
     */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /**
     * The group that the server chose or asks for.
     *
     * @return its 16-bit number in the IANA "TLS Supported Groups" registry; empty in a ClientHello
     */
    public OptionalInt selectedGroup() {
        return selectedGroup < 0 ? OptionalInt.empty() : OptionalInt.of(selectedGroup);
    }
}
