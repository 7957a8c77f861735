package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;

/**
 * The end of a peer's half of the handshake: a keyed hash over all messages before it (RFC 8446 section 4.4.4). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Finished extends HandshakeMessage {

    private Bytes verifyData = Bytes.EMPTY;

    Finished(Bytes body, Provenance provenance) {
        super(HandshakeType.FINISHED, body, provenance);
        readFields(in -> verifyData = in.rest());
    }

    /**
     * The keyed hash.
     *
     * @return 36 bytes in SSL 3.0, 12 up to TLS 1.2 for most cipher suites, as many as the hash has in TLS 1.3
     */
    public Bytes verifyData() {
        return verifyData;
    }
}
