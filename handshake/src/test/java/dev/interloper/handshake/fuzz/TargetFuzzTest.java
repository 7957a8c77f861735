package dev.interloper.handshake.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzes one target for five minutes; only the profile {@code fuzz} compiles this:
 *
 * <pre>mvn -Pfuzz -pl handshake test -Dfuzz=CAPTURE</pre>
 */
class TargetFuzzTest {

    private static final Target TARGET = Target.valueOf(System.getProperty("fuzz", "CAPTURE"));

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void target(byte[] input) {
        TARGET.accept(input);
    }
}
