package dev.interloper.core.probe;

import java.io.ByteArrayOutputStream;
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

    /** One alert, and what the engine had wanted to say before. */
    private static final int MAX_FAREWELLS = 4;

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
                flight();
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
                if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                    flight();
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

    /** All messages that are due at once: a peer that refuses the first may have closed before a second write. */
    private void flight() throws IOException {
        ByteArrayOutputStream flight = new ByteArrayOutputStream();
        byte[] part = wrap(ByteBuffer.allocate(0));
        while (part.length > 0) {
            flight.writeBytes(part);
            boolean more = engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone();
            part = more ? wrap(ByteBuffer.allocate(0)) : new byte[0];
        }
        if (flight.size() > 0) {
            below.write(flight.toByteArray());
        }
    }

    private void send(ByteBuffer data) throws IOException {
        byte[] bytes = wrap(data);
        if (bytes.length > 0) {
            below.write(bytes);
        }
    }

    private byte[] wrap(ByteBuffer data) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(data, out);
        if (out.position() > 0) {
            byte[] bytes = new byte[out.position()];
            out.flip().get(bytes);
            return bytes;
        }
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new EOFException("this side closed the connection");
        }
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            throw new SSLException("a record larger than the platform said");
        }
        return new byte[0];
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
            int before = data.remaining();
            send(data);
            if (data.remaining() == before) {
                throw new SSLException("the platform's TLS takes no data now");
            }
        }
    }

    @Override
    public void close() {
        try {
            engine.closeOutbound();
            for (int i = 0; i < MAX_FAREWELLS && !engine.isOutboundDone(); i++) {
                send(ByteBuffer.allocate(0));
            }
        } catch (IOException e) {
            return; // the farewell is a courtesy
        } finally {
            below.close();
        }
    }
}
