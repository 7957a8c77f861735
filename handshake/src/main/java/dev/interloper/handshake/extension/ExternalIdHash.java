package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The hash of an identity assertion that goes with the handshake (RFC 8844 section 3.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ExternalIdHash extends ExtensionBody {

    private Bytes bindingHash = Bytes.EMPTY;

    ExternalIdHash(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque binding_hash<0..32>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        bindingHash = data.vector8("binding_hash").rest();
    }

    /**
     * The hash.
     *
     * @return 0 or 32 bytes
     */
    public Bytes bindingHash() {
        return bindingHash;
    }
}
