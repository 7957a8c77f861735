package dev.interloper.handshake;

import dev.interloper.handshake.secrets.KeyLog;
import java.util.Objects;

/**
 * Makes the readers of many connections, which share buffers and key log. Not thread-safe, like the readers that it makes.
 *
 * @since 0.1
 */
public final class HandshakeReaders {

    private final Limits limits;
    private final KeyLog keyLog;
    private final BufferPool buffers = new BufferPool();
    private final MessageView view = new MessageView();

    /**
     * A factory of readers.
     *
     * @param limits how much is kept of each connection
     * @param keyLog secrets with which to read what is encrypted; empty for none
     */
    public HandshakeReaders(Limits limits, KeyLog keyLog) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.keyLog = Objects.requireNonNull(keyLog, "keyLog");
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

    Limits limits() {
        return limits;
    }

    KeyLog keyLog() {
        return keyLog;
    }

    BufferPool buffers() {
        return buffers;
    }

    MessageView view() {
        return view;
    }
}
