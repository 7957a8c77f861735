package dev.interloper.benchmarks;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Records and messages of one connection, in segments as they come from a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ReaderBenchmark {

    private static final int SEGMENT = 1448;

    private final byte[] client = Samples.clientFlight();
    private final byte[] server = Samples.serverFlight();
    private final Limits limits = Limits.defaults();
    private final Conversation conversation = Conversation.between(
                    new Endpoint(InetAddress.getLoopbackAddress(), 50_000),
                    new Endpoint(InetAddress.getLoopbackAddress(), 443))
            .build();

    /** Made by JMH. */
    public ReaderBenchmark() {}

    /**
     * A connection's two first flights.
     *
     * @return what was seen
     */
    @Benchmark
    public Handshake read() {
        HandshakeReader reader = HandshakeReader.create(limits);
        give(reader, Direction.CLIENT_TO_SERVER, client);
        give(reader, Direction.SERVER_TO_CLIENT, server);
        return reader.handshake(conversation);
    }

    private static void give(HandshakeReader reader, Direction direction, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += SEGMENT) {
            int length = Math.min(SEGMENT, bytes.length - at);
            Segment segment = new Segment(new PacketRef(at, 0, length), at, length, false);
            reader.receive(direction, segment, bytes, at, length);
        }
    }
}
