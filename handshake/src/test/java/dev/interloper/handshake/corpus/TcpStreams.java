package dev.interloper.handshake.corpus;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The bytes of a small capture's TCP connections in the order of their arrival, with code of its own. */
final class TcpStreams {

    /** Bytes that became readable. */
    record Chunk(Direction direction, Bytes bytes) {}

    /** A connection between {@code address:port} texts. */
    static final class Connection {
        final String client;
        final String server;
        final List<Chunk> chunks = new ArrayList<>();
        private final Map<Boolean, Long> next = new HashMap<>();
        private final Map<Boolean, TreeMap<Long, byte[]>> pending =
                Map.of(true, new TreeMap<>(), false, new TreeMap<>());

        Connection(String client, String server) {
            this.client = client;
            this.server = server;
        }

        private void receive(boolean isClient, long sequence, boolean syn, byte[] payload) {
            if (syn) {
                next.put(isClient, sequence + 1);
                return;
            }
            if (payload.length == 0) {
                return;
            }
            next.putIfAbsent(isClient, sequence);
            TreeMap<Long, byte[]> waiting = pending.get(isClient);
            waiting.merge(sequence, payload, (old, now) -> old.length >= now.length ? old : now);
            while (!waiting.isEmpty() && waiting.firstKey() <= next.get(isClient)) {
                Map.Entry<Long, byte[]> first = waiting.pollFirstEntry();
                int known = (int) (next.get(isClient) - first.getKey());
                if (known < first.getValue().length) {
                    byte[] fresh = Arrays.copyOfRange(first.getValue(), known, first.getValue().length);
                    chunks.add(new Chunk(
                            isClient ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT, Bytes.copyOf(fresh)));
                    next.merge(isClient, (long) fresh.length, Long::sum);
                }
            }
        }
    }

    private final Map<String, Connection> open = new HashMap<>();
    private final Map<Connection, Integer> connections = new LinkedHashMap<>();
    private int link;

    static List<Connection> of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes[0] == 0x1f) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readAllBytes();
            }
        }
        TcpStreams streams = new TcpStreams();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(0) == 0x0a0d0d0a) {
            streams.pcapng(in);
        } else {
            streams.pcap(in);
        }
        return List.copyOf(streams.connections.keySet());
    }

    private void pcap(ByteBuffer in) {
        in.order(in.getInt(0) == 0xa1b2c3d4 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        link = in.getInt(20);
        for (int at = 24; at + 16 <= in.limit(); at += 16 + in.getInt(at + 8)) {
            frame(in, at + 16, in.getInt(at + 8));
        }
    }

    private void pcapng(ByteBuffer in) {
        in.order(in.getInt(8) == 0x1a2b3c4d ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 12 <= in.limit(); at += in.getInt(at + 4)) {
            if (in.getInt(at) == 1) {
                link = in.getShort(at + 8);
            } else if (in.getInt(at) == 6) {
                frame(in, at + 28, in.getInt(at + 20));
            }
        }
    }

    private void frame(ByteBuffer file, int offset, int length) {
        ByteBuffer in = file.duplicate().order(ByteOrder.BIG_ENDIAN);
        int at = offset + (link == 1 ? 14 : link == 113 ? 16 : link == 0 ? 4 : 0);
        int end = Math.min(offset + length, file.limit());
        if (at + 40 > end) {
            return;
        }
        if (in.get(at) >> 4 == 4 && in.get(at + 9) == 6) {
            int total = at + (in.getShort(at + 2) & 0xffff);
            tcp(in, text(in, at + 12, 4), text(in, at + 16, 4), at + (in.get(at) & 0xf) * 4, Math.min(end, total));
        } else if (in.get(at) >> 4 == 6 && in.get(at + 6) == 6) {
            int total = at + 40 + (in.getShort(at + 4) & 0xffff);
            tcp(in, text(in, at + 8, 16), text(in, at + 24, 16), at + 40, Math.min(end, total));
        }
    }

    private void tcp(ByteBuffer in, String from, String to, int at, int end) {
        String source = from + in.getShort(at);
        String destination = to + in.getShort(at + 2);
        int flags = in.get(at + 13);
        boolean syn = (flags & 2) != 0;
        String key = source.compareTo(destination) < 0 ? source + destination : destination + source;
        Connection connection = open.get(key);
        if (connection == null || (syn && (flags & 16) == 0 && !connection.chunks.isEmpty())) {
            connection = new Connection(source, destination);
            open.put(key, connection);
            connections.put(connection, connections.size());
        }
        byte[] payload = new byte[Math.max(0, end - at - (in.get(at + 12) >> 4 & 0xf) * 4)];
        in.get(end - payload.length, payload);
        connection.receive(source.equals(connection.client), in.getInt(at + 4) & 0xffffffffL, syn, payload);
    }

    private static String text(ByteBuffer in, int at, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.get(at + i)).append('.');
        }
        return text.toString();
    }
}
