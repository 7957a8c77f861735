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
 * Proofs that a certificate was logged, of the second version (RFC 9162 section 6.5); clients ask for them with an empty one. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class TransparencyInfo extends ExtensionBody {

    private final List<Bytes> items = new ArrayList<>();

    TransparencyInfo(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque SerializedTransItem<1..2^16-1>; SerializedTransItem trans_item_list<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (data.hasRemaining()) {
            Vectors.opaque16(data.vector16("trans_item_list"), "SerializedTransItem", items);
        }
    }

    /**
     * The proofs, raw.
     *
     * @return in the order of the wire; empty where they are only asked for
     */
    public List<Bytes> items() {
        return Collections.unmodifiableList(items);
    }
}
