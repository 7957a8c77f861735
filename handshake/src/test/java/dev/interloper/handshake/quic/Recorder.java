package dev.interloper.handshake.quic;

import dev.interloper.handshake.stream.Direction;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps what a reader hands on. */
final class Recorder implements QuicReader.Sink {

    final List<String> problems = new ArrayList<>();
    final List<QuicPacketInfo> packets = new ArrayList<>();
    final List<Long> datagrams = new ArrayList<>();
    final List<Long> closed = new ArrayList<>();
    final List<byte[]> earlier = new ArrayList<>();
    private final Map<Direction, Map<QuicLevel, ByteArrayOutputStream>> streams = new EnumMap<>(Direction.class);

    @Override
    public void crypto(Direction direction, QuicLevel level, long datagram, byte[] bytes, int offset, int length) {
        datagrams.add(datagram);
        out(direction, level).write(bytes, offset, length);
    }

    private ByteArrayOutputStream out(Direction direction, QuicLevel level) {
        return streams.computeIfAbsent(direction, any -> new EnumMap<>(QuicLevel.class))
                .computeIfAbsent(level, any -> new ByteArrayOutputStream());
    }

    byte[] stream(Direction direction, QuicLevel level) {
        return out(direction, level).toByteArray();
    }

    @Override
    public void packet(Direction direction, QuicPacketInfo packet) {
        packets.add(packet);
    }

    @Override
    public void restarted() {
        earlier.add(stream(Direction.CLIENT_TO_SERVER, QuicLevel.INITIAL));
        streams.clear();
    }

    @Override
    public void closed(Direction direction, QuicLevel level, long datagram, long errorCode) {
        closed.add(errorCode);
    }

    @Override
    public void problem(Direction direction, String reason) {
        problems.add(reason);
    }
}
