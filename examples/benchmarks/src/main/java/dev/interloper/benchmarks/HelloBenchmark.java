package dev.interloper.benchmarks;

import dev.interloper.handshake.fingerprint.FingerprintWriter;
import dev.interloper.handshake.fingerprint.Ja3;
import dev.interloper.handshake.fingerprint.Ja4;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
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

/** One ClientHello of 1.8 KB, whose bytes are there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HelloBenchmark {

    private final Bytes body = Bytes.copyOf(Samples.clientHello());
    private final Provenance nowhere =
            new Provenance(Direction.CLIENT_TO_SERVER, 0, body.length(), List.of(), List.of());
    private final ClientHello hello = (ClientHello) parse();
    private final ClientHelloView view = new ClientHelloView();
    private final FingerprintWriter writer = new FingerprintWriter();
    private final byte[] text = new byte[FingerprintWriter.JA3_LENGTH + FingerprintWriter.JA4_LENGTH];

    /** Made by JMH. */
    public HelloBenchmark() {}

    /**
     * An immutable message.
     *
     * @return the message
     */
    @Benchmark
    public HandshakeMessage parse() {
        return MessageParser.parse(HandshakeType.CLIENT_HELLO, body, nowhere);
    }

    /**
     * JA3 and JA4 of an immutable message.
     *
     * @return a number made of both
     */
    @Benchmark
    public int fingerprint() {
        return Ja3.of(hello).hash().hashCode()
                + Ja4.of(hello, Protocol.TLS).ja4().hashCode();
    }

    /**
     * JA3 and JA4 straight from the bytes, with what a listener uses again and again.
     *
     * @return their text
     */
    @Benchmark
    public byte[] fingerprintInPlace() {
        view.reset(body, false);
        writer.ja3(view, text, 0);
        writer.ja4(view, Protocol.TLS, text, FingerprintWriter.JA3_LENGTH);
        return text;
    }
}
