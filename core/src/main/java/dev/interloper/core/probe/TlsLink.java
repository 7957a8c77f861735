package dev.interloper.core.probe;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * The platform's TLS over another link. An engine, not a socket: each read of its own has an end, and the bytes below it can be
 * listened to.
 */
final class TlsLink implements Link {

    private final Link below;
    private final SSLEngine engine;
    private ByteBuffer incoming;
    private ByteBuffer plain;

    TlsLink(Link below, SSLEngine engine) {
        this.below = below;
        this.engine = engine;
        incoming =
                ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).flip();
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .flip();
    }

    /** Negotiates, to the end of the handshake. */
    SSLSession handshake() throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
            status = step(status);
        }
        return engine.getSession();
    }

    private HandshakeStatus step(HandshakeStatus status) throws IOException {
        return switch (status) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
                yield engine.getHandshakeStatus();
            }
            case NEED_WRAP -> {
                send(ByteBuffer.allocate(0));
                yield engine.getHandshakeStatus();
            }
            default -> unwrap();
        };
    }

    /** A failure that the peer should know of is sent before it is thrown. */
    private HandshakeStatus unwrap() throws IOException {
        try {
            return unwrapOnce();
        } catch (SSLException e) {
            try {
                while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
                    send(ByteBuffer.allocate(0));
                }
            } catch (IOException alertNotSent) {
                e.addSuppressed(alertNotSent);
            }
            throw e;
        }
    }

    private HandshakeStatus unwrapOnce() throws IOException {
        plain.compact();
        SSLEngineResult result;
        try {
            result = engine.unwrap(incoming, plain);
        } finally {
            plain.flip();
        }
        switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> receive();
            case BUFFER_OVERFLOW ->
                plain = ByteBuffer.allocate(
                                plain.capacity() + engine.getSession().getApplicationBufferSize())
                        .put(plain)
                        .flip();
            case CLOSED -> throw new EOFException("the peer closed the connection");
            case OK -> {}
        }
        return result.getHandshakeStatus() == HandshakeStatus.FINISHED
                ? HandshakeStatus.FINISHED
                : engine.getHandshakeStatus();
    }

    private void receive() throws IOException {
        byte[] chunk = new byte[8192];
        int count = below.read(chunk);
        if (count < 0) {
            throw new EOFException("the peer closed the connection");
        }
        ByteBuffer more = ByteBuffer.allocate(incoming.remaining() + count);
        more.put(incoming).put(chunk, 0, count);
        incoming = more.flip();
    }

    private void send(ByteBuffer data) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(data, out);
        if (out.position() > 0) {
            byte[] bytes = new byte[out.position()];
            out.flip().get(bytes);
            below.write(bytes);
        } else if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new EOFException("this side closed the connection");
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        try {
            while (!plain.hasRemaining()) {
                if (engine.isInboundDone()) {
                    return -1;
                }
                HandshakeStatus status = engine.getHandshakeStatus();
                if (status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.FINISHED) {
                    unwrap();
                } else {
                    step(status);
                }
            }
        } catch (EOFException e) {
            return -1;
        }
        int count = Math.min(into.length, plain.remaining());
        plain.get(into, 0, count);
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        while (data.hasRemaining()) {
            send(data);
        }
    }

    @Override
    public void close() {
        try {
            engine.closeOutbound();
            while (!engine.isOutboundDone()) {
                send(ByteBuffer.allocate(0));
            }
        } catch (IOException e) {
            return; // the farewell is a courtesy
        } finally {
            below.close();
        }
    }
}
