package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;

/**
 * The end of a client's 0-RTT data in TLS 1.3 (RFC 8446 section 4.5). Its body is empty. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EndOfEarlyData extends HandshakeMessage {

    EndOfEarlyData(Bytes body, Provenance provenance) {
        super(HandshakeType.END_OF_EARLY_DATA, body, provenance);
        readFields(in -> {});
    }
}
