package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The groups for key exchange that a peer supports (RFC 8446 section 4.2.7). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SupportedGroups extends ExtensionBody {

    private final List<Integer> groups = new ArrayList<>();

    SupportedGroups(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code NamedGroup named_group_list<2..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.u16(data.vector16("named_group_list"), "named_group", groups);
    }

    /**
     * The groups.
     *
     * @return 16-bit numbers in the IANA "TLS Supported Groups" registry, in the order of the wire, GREASE included
     */
    public List<Integer> groups() {
        return Collections.unmodifiableList(groups);
    }
}
