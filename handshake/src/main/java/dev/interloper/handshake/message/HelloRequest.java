package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;

/**
 * A server's wish to negotiate anew, up to TLS 1.2 (RFC 5246 section 7.4.1.1). Its body is empty. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class HelloRequest extends HandshakeMessage {

    HelloRequest(Bytes body, Provenance provenance) {
        super(HandshakeType.HELLO_REQUEST, body, provenance);
        readFields(in -> {});
    }
}
