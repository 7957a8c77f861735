package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;

/**
 * The end of the server's first flight up to TLS 1.2 (RFC 5246 section 7.4.5). Its body is empty. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServerHelloDone extends HandshakeMessage {

    ServerHelloDone(Bytes body, Provenance provenance) {
        super(HandshakeType.SERVER_HELLO_DONE, body, provenance);
        readFields(in -> {});
    }
}
