package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.WireReader;

/**
 * An extension that is kept raw: GREASE, or a number that this library does not decode. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class UnknownExtension extends ExtensionBody {

    UnknownExtension(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(WireReader::rest);
    }
}
