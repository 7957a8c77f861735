package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The server's extensions that TLS 1.3 encrypts (RFC 8446 section 4.3.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EncryptedExtensions extends HandshakeMessage {

    private final List<Extension> extensions = new ArrayList<>();

    EncryptedExtensions(Bytes body, Provenance provenance) {
        super(HandshakeType.ENCRYPTED_EXTENSIONS, body, provenance);
        readFields(in -> Extensions.read(in, extensions));
    }

    /**
     * The extensions.
     *
     * @return in the order of the wire
     */
    public List<Extension> extensions() {
        return Collections.unmodifiableList(extensions);
    }
}
