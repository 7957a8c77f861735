package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** A packing writer: {@link SSLEngine} puts its whole flight into one record, and one write sends it. */
final class OneRecordServer {
    private final SSLContext context;
    private final List<String> suites;

    /** {@code suites} may be empty for whatever Java likes best. */
    OneRecordServer(SSLContext context, List<String> suites) {
        this.context = context;
        this.suites = suites;
    }

    void answer(SocketChannel connection) throws IOException {
        var engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        if (!suites.isEmpty()) {
            engine.setEnabledCipherSuites(suites.toArray(String[]::new));
        }
        new Conversation(engine, connection).run();
    }

    private static final class Conversation {
        private final SSLEngine engine;
        private final SocketChannel connection;
        private final ByteBuffer received;
        private final ByteBuffer plain;
        private final ByteBuffer sealed;

        Conversation(SSLEngine engine, SocketChannel connection) {
            this.engine = engine;
            this.connection = connection;
            int record = engine.getSession().getPacketBufferSize();
            received = ByteBuffer.allocate(2 * record).flip();
            plain = ByteBuffer.allocate(2 * record);
            sealed = ByteBuffer.allocate(2 * record);
        }

        void run() throws IOException {
            handshake();
            while (!Exchange.isWholeRequest(
                    US_ASCII.decode(plain.duplicate().flip()).toString())) {
                if (open() == Status.CLOSED) {
                    return;
                }
            }
            seal(ByteBuffer.wrap(Exchange.ANSWER));
            send();
            engine.closeOutbound();
            seal(ByteBuffer.allocate(0));
            send();
            connection.shutdownOutput();
            drain();
        }

        private void handshake() throws IOException {
            engine.beginHandshake();
            while (true) {
                HandshakeStatus next = engine.getHandshakeStatus();
                switch (next) {
                    case NEED_TASK -> engine.getDelegatedTask().run();
                    case NEED_WRAP -> seal(ByteBuffer.allocate(0));
                    case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                        send();
                        open();
                    }
                    case FINISHED, NOT_HANDSHAKING -> {
                        send();
                        return;
                    }
                }
            }
        }

        private void seal(ByteBuffer text) throws IOException {
            engine.wrap(text, sealed);
        }

        /** Sends everything sealed so far, so that consecutive records share one write. */
        private void send() throws IOException {
            sealed.flip();
            while (sealed.hasRemaining()) {
                connection.write(sealed);
            }
            sealed.clear();
        }

        private Status open() throws IOException {
            while (true) {
                var result = engine.unwrap(received, plain);
                if (result.getStatus() != Status.BUFFER_UNDERFLOW) {
                    return result.getStatus();
                }
                received.compact();
                int n = connection.read(received);
                received.flip();
                if (n < 0) {
                    throw new EOFException("the client hung up in mid-record");
                }
            }
        }

        private void drain() throws IOException {
            do {
                received.clear();
            } while (connection.read(received) >= 0);
        }
    }
}
