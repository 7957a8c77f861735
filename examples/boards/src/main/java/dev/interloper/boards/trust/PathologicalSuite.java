package dev.interloper.boards.trust;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Whether each core case is judged in time once the code is warm: parsing, evaluator and evaluation together. */
final class PathologicalSuite implements Suite {

    private static final Duration LIMIT = Duration.ofMillis(250);
    private static final int WARM_UP = 3;
    private static final int RUNS = 5;

    /** The slowest so far. */
    private static final class Slowest {
        private long nanos;
        private String id = "";
    }

    PathologicalSuite() {}

    @Override
    public String name() {
        return "pathological";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Slowest slowest = new Slowest();
        boolean read = LimboFile.read(folder, LimboFile.CORE, report, limbo -> {
            long nanos = median(threads, limbo);
            report.check(nanos < LIMIT.toNanos(), limbo.id(), "less than " + millis(LIMIT.toNanos()), millis(nanos));
            if (nanos > slowest.nanos) {
                slowest.nanos = nanos;
                slowest.id = limbo.id();
            }
        });
        if (read) {
            report.note("slowest: " + slowest.id + ", " + millis(slowest.nanos) + " of CPU");
        }
    }

    private static long median(ThreadMXBean threads, LimboCase limbo) {
        long[] nanos = new long[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            Judge.judge(limbo, Judge.profile(limbo));
            if (run >= 0) {
                nanos[run] = threads.getCurrentThreadCpuTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[RUNS / 2];
    }

    private static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }
}
