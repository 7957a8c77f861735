package dev.interloper.handshake.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each target over its seeds, over their beginnings and over some changes of them; real fuzzing is the profile {@code fuzz}. */
class RegressionTest {

    private static final Duration GENEROUS = Duration.ofSeconds(30);
    private static final int CHANGED = 40;

    private static void run(Target target, byte[] input) {
        try {
            assertTimeoutPreemptively(GENEROUS, () -> target.accept(input));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(target + " does not take " + HexFormat.of().formatHex(input), e);
        }
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] input = seed.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && input.length > 0; i--) {
            input[random.nextInt(input.length)] = (byte) random.nextInt();
        }
        return input;
    }

    @ParameterizedTest
    @EnumSource
    void seeds_areTaken(Target target) {
        run(target, new byte[0]);
        target.seeds().forEach(seed -> run(target, seed));
    }

    @ParameterizedTest
    @EnumSource
    void changedAndCutSeeds_areTaken(Target target) {
        Random random = new Random(target.name().length());
        List<byte[]> seeds = target.seeds();
        for (int i = 0; i < CHANGED; i++) {
            byte[] seed = seeds.get(i % seeds.size());
            run(target, changed(seed, random));
            run(target, Arrays.copyOf(seed, random.nextInt(seed.length + 1)));
        }
    }
}
