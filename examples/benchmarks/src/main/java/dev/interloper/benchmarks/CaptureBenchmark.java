package dev.interloper.benchmarks;

import dev.interloper.handshake.capture.Capture;
import java.io.ByteArrayInputStream;
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
import org.openjdk.jmh.infra.Blackhole;

/** A capture file in memory, TCP put in order: to be compared with {@link FloorBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CaptureBenchmark {

    private final byte[] file = SampleCapture.bytes();
    private final Capture capture = Capture.of("sample", () -> new ByteArrayInputStream(file));

    /** Made by JMH. */
    public CaptureBenchmark() {}

    /**
     * Every handshake of the capture.
     *
     * @param sink takes them
     * @return how many there were
     */
    @Benchmark
    public long read(Blackhole sink) {
        return capture.read(sink::consume).handshakes();
    }
}
