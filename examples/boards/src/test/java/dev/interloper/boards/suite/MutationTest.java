package dev.interloper.boards.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MutationTest {

    @Test
    void of_repeatsWithTheSameSeed_andLeavesTheOriginal() {
        byte[] original = new byte[100];
        byte[] one = Mutation.of(original, new SplittableRandom(7));
        assertThat(one).isEqualTo(Mutation.of(original, new SplittableRandom(7)));
        assertThat(original).containsOnly(0);
    }

    @Test
    void of_mostlyChangesSomething() {
        byte[] original = new byte[100];
        SplittableRandom random = new SplittableRandom(1);
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            same += Arrays.equals(original, Mutation.of(original, random)) ? 1 : 0;
        }
        assertThat(same).isLessThan(200);
    }
}
