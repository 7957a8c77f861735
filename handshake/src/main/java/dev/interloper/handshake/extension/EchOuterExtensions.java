package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The extensions that an encrypted hello shares with the outer one (RFC 9849 section 5.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EchOuterExtensions extends ExtensionBody {

    private final List<Integer> types = new ArrayList<>();

    EchOuterExtensions(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code ExtensionType OuterExtensions<2..254>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.u16(data.vector8("OuterExtensions"), "extension_type", types);
    }

    /**
     * The extensions.
     *
     * @return 16-bit numbers in the IANA "TLS ExtensionType Values" registry, in the order of the wire, GREASE included
     */
    public List<Integer> types() {
        return Collections.unmodifiableList(types);
    }
}
