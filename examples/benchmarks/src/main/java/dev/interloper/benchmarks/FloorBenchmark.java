package dev.interloper.benchmarks;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
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

/** What cannot be saved: the same file's packet, IP and TCP headers, and a table by addresses and ports; no TLS. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FloorBenchmark {

    private record FourTuple(long addresses, int ports) {}

    private final ByteBuffer file = ByteBuffer.wrap(SampleCapture.bytes());

    /** Made by JMH. */
    public FloorBenchmark() {}

    /**
     * Counts the payload's bytes of each direction of each connection.
     *
     * @return the directions
     */
    @Benchmark
    public int walk() {
        Map<FourTuple, long[]> table = new HashMap<>();
        for (int at = 24; at + 16 <= file.limit(); at += 16 + file.getInt(at + 8)) {
            int ip = at + 16 + 14;
            if (file.getShort(ip - 2) != 0x0800 || file.get(ip + 9) != 6) {
                continue;
            }
            int tcp = ip + (file.get(ip) & 15) * 4;
            int payload = tcp + ((file.get(tcp + 12) & 0xf0) >> 2);
            int end = ip + (file.getShort(ip + 2) & 0xffff);
            FourTuple key = new FourTuple(file.getLong(ip + 12), file.getInt(tcp));
            table.computeIfAbsent(key, unseen -> new long[1])[0] += end - payload;
        }
        return table.size();
    }
}
