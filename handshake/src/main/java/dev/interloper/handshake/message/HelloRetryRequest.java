package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * A server's wish for another hello, as drafts of TLS 1.3 up to 21 had it: a message of its own. Later ones send a {@link ServerHello}. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class HelloRetryRequest extends HandshakeMessage {

    private static final int FIRST_DRAFT_WITH_SUITE = 19;

    private TlsVersion version = new TlsVersion(0);
    private int cipherSuite = -1;
    private final List<Extension> extensions = new ArrayList<>();

    HelloRetryRequest(Bytes body, Provenance provenance) {
        super(HandshakeType.HELLO_RETRY_REQUEST, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { ProtocolVersion server_version; CipherSuite cipher_suite; Extension extensions<2..2^16-1>; } HelloRetryRequest;}</pre> */
    private void read(WireReader in) throws MalformedException {
        version = new TlsVersion(in.u16("server_version"));
        if (!Forms.isDraftBefore(version, FIRST_DRAFT_WITH_SUITE)) {
            cipherSuite = in.u16("cipher_suite");
        }
        Extensions.read(in, extensions);
    }

    /**
     * The version that the server selected: a draft.
     *
     * @return the version
     */
    public TlsVersion version() {
        return version;
    }

    /**
     * The cipher suite chosen; drafts before 19 name none.
     *
     * @return its 16-bit number
     */
    public OptionalInt cipherSuite() {
        return cipherSuite < 0 ? OptionalInt.empty() : OptionalInt.of(cipherSuite);
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
