package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The ciphers for encrypting SRTP keys that a client offers or the server chose (RFC 8870 section 5.2.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EktCiphers extends ExtensionBody {

    private Bytes ciphers = Bytes.EMPTY;

    EktCiphers(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code select (role) { case client: EKTCipherType supported_ciphers<1..255>; case server: EKTCipherType selected_cipher; }}</pre> */
    private void read(WireReader data) throws MalformedException {
        ciphers = isFromClient() ? data.vector8("supported_ciphers").rest() : data.bytes(1, "selected_cipher");
    }

    /**
     * The ciphers, a byte each.
     *
     * @return in the order of the wire; one where a server chose
     */
    public Bytes ciphers() {
        return ciphers;
    }
}
