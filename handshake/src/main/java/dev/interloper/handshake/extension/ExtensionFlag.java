package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;

/**
 * An extension that says all by being there, such as extended_master_secret (RFC 7627) or encrypt_then_mac (RFC 7366): its data
 * is empty. {@link #type()} tells which. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ExtensionFlag extends ExtensionBody {

    ExtensionFlag(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(data -> {});
    }
}
