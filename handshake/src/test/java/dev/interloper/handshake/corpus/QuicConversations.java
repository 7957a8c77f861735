package dev.interloper.handshake.corpus;

import dev.interloper.handshake.corpus.UdpFrames.Datagram;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.quic.QuicLevel;
import dev.interloper.handshake.quic.QuicPacketInfo;
import dev.interloper.handshake.quic.QuicPacketType;
import dev.interloper.handshake.quic.QuicReader;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The QUIC conversations of a capture, read with {@link QuicReader}, and the messages that their CRYPTO streams hold. */
final class QuicConversations {

    /** A message and its way. */
    record Found(String from, String to, HandshakeMessage message) {}

    final List<Found> messages = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<QuicReader> readers = new ArrayList<>();
    int openedInitials;
    int mostHeld;
    private final KeyLog log;
    private final Map<String, Conversation> conversations = new HashMap<>();

    QuicConversations(KeyLog log) {
        this.log = log;
    }

    void read(List<Datagram> datagrams) {
        for (Datagram datagram : datagrams) {
            byte[] bytes = datagram.bytes();
            String key = datagram.source().compareTo(datagram.destination()) < 0
                    ? datagram.source() + datagram.destination()
                    : datagram.destination() + datagram.source();
            Conversation conversation = conversations.get(key);
            if ((conversation == null || conversation.reader.isFinished())
                    && QuicReader.mayStart(bytes, 0, bytes.length)) {
                conversation = new Conversation(datagram.source(), datagram.destination());
                conversations.put(key, conversation);
            }
            if (conversation != null) {
                conversation.receive(datagram.source(), bytes);
            }
        }
    }

    private final class Conversation implements QuicReader.Sink {

        private final String client;
        private final String server;
        private final QuicReader reader = new QuicReader(this, 1 << 20, !log.isEmpty());
        private final Map<String, ByteArrayOutputStream> streams = new HashMap<>();
        private Bytes random = Bytes.copyOf(new byte[0]);

        Conversation(String client, String server) {
            this.client = client;
            this.server = server;
            readers.add(reader);
        }

        void receive(String from, byte[] bytes) {
            boolean fromClient = from.equals(client);
            reader.receive(
                    fromClient ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT, bytes, 0, bytes.length);
            mostHeld = Math.max(mostHeld, reader.footprint());
        }

        @Override
        public void crypto(Direction direction, QuicLevel level, long datagram, byte[] bytes, int offset, int length) {
            ByteArrayOutputStream stream =
                    streams.computeIfAbsent(direction + " " + level, any -> new ByteArrayOutputStream());
            stream.write(bytes, offset, length);
            byte[] all = stream.toByteArray();
            int at = 0;
            while (all.length - at >= 4) {
                int size = (all[at + 1] & 0xff) << 16 | (all[at + 2] & 0xff) << 8 | (all[at + 3] & 0xff);
                if (size > all.length - at - 4) {
                    break;
                }
                message(direction, all[at] & 0xff, Bytes.copyOf(all, at + 4, size));
                at += 4 + size;
            }
            stream.reset();
            stream.write(all, at, all.length - at);
        }

        private void message(Direction direction, int type, Bytes body) {
            Provenance nowhere = new Provenance(direction, 0, body.length(), List.of(), List.of());
            HandshakeMessage message = MessageParser.parse(new HandshakeType(type), body, nowhere, TlsVersion.TLS_1_3);
            boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
            messages.add(new Found(fromClient ? client : server, fromClient ? server : client, message));
            if (message instanceof ClientHello hello) {
                random = hello.random();
            } else if (message instanceof ServerHello hello && !log.isEmpty()) {
                reader.secrets(log, random, hello.cipherSuite());
            }
        }

        @Override
        public void restarted() {
            streams.clear();
        }

        @Override
        public void packet(Direction direction, QuicPacketInfo packet) {
            if (packet.type() == QuicPacketType.INITIAL && packet.number() >= 0) {
                openedInitials++;
            }
        }

        @Override
        public void problem(Direction direction, String reason) {
            problems.add((direction == Direction.CLIENT_TO_SERVER ? client : server) + ": " + reason);
        }
    }
}
