package dev.interloper.handshake;

import dev.interloper.handshake.message.CertificateDecompressors;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.secrets.KeyLog;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the readers of many connections, which share buffers and key log. Not thread-safe, like the readers that it makes.
 *
 * @since 0.1
 */
public final class HandshakeReaders {

    private final Limits limits;
    private final KeyLog given;
    private KeyLog keyLog;
    private CertificateDecompressors decompressors = CertificateDecompressors.builtIn();
    private final BufferPool buffers = new BufferPool();
    private final MessageView view = new MessageView();
    private final ServerHelloView serverHello = new ServerHelloView();

    /**
     * A factory of readers.
     *
     * @param limits how much is kept of each connection
     * @param keyLog secrets with which to read what is encrypted; empty for none
     */
    public HandshakeReaders(Limits limits, KeyLog keyLog) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.given = Objects.requireNonNull(keyLog, "keyLog");
        this.keyLog = given;
    }

    /**
     * Knows more secrets from now on, besides those that were given first: a capture tells them before the connections that they
     * belong to.
     *
     * @param found all that were found so far
     */
    public void learn(KeyLog found) {
        keyLog = given.and(found);
    }

    /**
     * Decompresses certificates with these algorithms from now on.
     *
     * @param algorithms what is known
     */
    public void decompressWith(CertificateDecompressors algorithms) {
        decompressors = Objects.requireNonNull(algorithms, "algorithms");
    }

    /**
     * A reader that keeps what it sees, for {@link HandshakeReader#handshake}.
     *
     * @return a fresh reader
     */
    public HandshakeReader recording() {
        return new HandshakeReader(this, null);
    }

    /**
     * A reader that keeps nothing and shows each message to a listener.
     *
     * @param listener sees the messages
     * @return a fresh reader
     */
    public HandshakeReader listening(HandshakeListener listener) {
        return new HandshakeReader(this, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * A reader of datagrams that keeps what it sees.
     *
     * @param protocol what the datagrams carry, as {@link DatagramReader#startedBy} told
     * @return a fresh reader
     */
    public DatagramReader recording(Protocol protocol) {
        return datagrams(protocol, null);
    }

    /**
     * A reader of datagrams that keeps nothing and shows each message to a listener.
     *
     * @param protocol what the datagrams carry, as {@link DatagramReader#startedBy} told
     * @param listener sees the messages
     * @return a fresh reader
     */
    public DatagramReader listening(Protocol protocol, HandshakeListener listener) {
        return datagrams(protocol, Objects.requireNonNull(listener, "listener"));
    }

    private DatagramReader datagrams(Protocol protocol, @Nullable HandshakeListener listener) {
        return switch (protocol) {
            case QUIC -> new QuicHandshake(this, listener);
            case DTLS -> new DtlsHandshake(this, listener);
            case TLS -> new OpenVpnHandshake(this, new HandshakeReader(this, listener));
        };
    }

    Limits limits() {
        return limits;
    }

    KeyLog keyLog() {
        return keyLog;
    }

    CertificateDecompressors decompressors() {
        return decompressors;
    }

    BufferPool buffers() {
        return buffers;
    }

    ServerHelloView serverHello() {
        return serverHello;
    }

    MessageView view() {
        return view;
    }
}
