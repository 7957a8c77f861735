package dev.interloper.handshake;

import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.quic.QuicLevel;
import dev.interloper.handshake.quic.QuicReader;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A handshake in the CRYPTO frames of QUIC packets (RFC 9001 section 4.1.3). */
final class QuicHandshake extends DatagramReader implements QuicReader.Sink {

    private static final int SERVER_HELLO = 2;

    private final QuicReader reader;
    private final Map<QuicLevel, CryptoMessages> client = new EnumMap<>(QuicLevel.class);
    private final Map<QuicLevel, CryptoMessages> server = new EnumMap<>(QuicLevel.class);
    private boolean stopped;

    QuicHandshake(HandshakeReaders shared, @Nullable HandshakeListener listener) {
        super(shared, Protocol.QUIC, listener);
        reader = new QuicReader(
                this, shared.limits().maxPendingBytes(), !shared.keyLog().isEmpty());
    }

    @Override
    void read(Direction direction, long packet, long arrivalNanos, byte[] bytes, int offset, int length) {
        reader.receive(direction, bytes, offset, length);
    }

    @Override
    public void crypto(Direction direction, QuicLevel level, long datagram, byte[] bytes, int offset, int length) {
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        (fromClient ? client : server)
                .computeIfAbsent(level, fresh -> new CryptoMessages(direction))
                .add(datagram, bytes, offset, length);
    }

    @Override
    public void repeated(
            Direction direction, QuicLevel level, long datagram, long position, byte[] bytes, int offset, int length) {
        CryptoMessages stream = (direction == Direction.CLIENT_TO_SERVER ? client : server).get(level);
        if (stream != null) {
            stream.repeat(datagram, position, bytes, offset, length);
        }
    }

    @Override
    public void restarted() {
        release();
        client.clear();
        server.clear();
    }

    @Override
    public void problem(Direction direction, String reason) {
        problem(StreamProblem.Kind.MALFORMED, direction, reason);
    }

    @Override
    boolean isOver() {
        return stopped || reader.isFinished();
    }

    @Override
    int footprintOfReading() {
        return reader.footprint()
                + Stream.of(client, server)
                        .flatMap(streams -> streams.values().stream())
                        .mapToInt(CryptoMessages::footprint)
                        .sum();
    }

    @Override
    public void release() {
        client.values().forEach(CryptoMessages::release);
        server.values().forEach(CryptoMessages::release);
    }

    /** The messages of one direction and level. */
    private final class CryptoMessages implements MessageOwner, Place {

        private final Direction direction;
        private final boolean isRepeat;
        private final MessageAssembler assembler = new MessageAssembler(this);
        private long position;
        private long first;
        private long last;
        private long current;
        private long start;
        private long end;

        private @Nullable CryptoMessages again;

        CryptoMessages(Direction direction) {
            this(direction, false);
        }

        private CryptoMessages(Direction direction, boolean isRepeat) {
            this.direction = direction;
            this.isRepeat = isRepeat;
        }

        /** Whoever sends again starts at the first byte, and may stop anywhere. */
        void repeat(long datagram, long from, byte[] bytes, int offset, int length) {
            if (from == 0) {
                releaseAgain();
                again = new CryptoMessages(direction, true);
            }
            if (again != null && again.position == from) {
                again.add(datagram, bytes, offset, length);
            }
        }

        void release() {
            assembler.release();
            releaseAgain();
        }

        private void releaseAgain() {
            if (again != null) {
                again.release();
            }
        }

        int footprint() {
            return assembler.footprint() + (again == null ? 0 : again.footprint());
        }

        void add(long datagram, byte[] bytes, int offset, int length) {
            if (!stopped) {
                first = assembler.isUnderWay() ? Math.min(first, datagram) : datagram;
                last = assembler.isUnderWay() ? Math.max(last, datagram) : datagram;
                current = datagram;
                assembler.fragment(bytes, offset, length, position, (int) datagram);
                position += length;
            }
        }

        @Override
        public Limits limits() {
            return shared.limits();
        }

        @Override
        public BufferPool buffers() {
            return shared.buffers();
        }

        @Override
        public boolean isReading() {
            return !stopped;
        }

        @Override
        public void message(int type, byte[] bytes, int at, int length, long offset, long newEnd, int firstDatagram) {
            start = offset;
            end = newEnd;
            if (isRepeat) {
                messages.repeated(type, bytes, at, length, this);
            } else {
                messages.message(type, bytes, at, length, this);
            }
            first = current;
            last = current;
            if (!isRepeat && type == SERVER_HELLO && !shared.keyLog().isEmpty()) {
                reader.secrets(shared.keyLog(), messages.clientRandom(), messages.cipherSuite());
            }
        }

        @Override
        public void alert(byte[] bytes, int at, long offset, long newEnd, int firstDatagram) {
            throw new IllegalStateException("QUIC has no alert records");
        }

        @Override
        public void problem(StreamProblem.Kind kind, long offset, String description) {
            QuicHandshake.this.problem(kind, direction, description);
        }

        @Override
        public void stop(StreamProblem.Kind kind, long offset, String why) {
            problem(kind, offset, why);
            stopped = true;
        }

        @Override
        public Direction direction() {
            return direction;
        }

        @Override
        public long offset() {
            return start;
        }

        @Override
        public Provenance provenance() {
            return datagrams.provenance(direction, start, end, List.of(), first, last);
        }
    }
}
