package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;

/**
 * A handshake message whose fields are not decoded: only its type and its raw body are known. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class OpaqueMessage extends HandshakeMessage {

    OpaqueMessage(HandshakeType type, Bytes body, Provenance provenance) {
        super(type, body, provenance);
    }
}
