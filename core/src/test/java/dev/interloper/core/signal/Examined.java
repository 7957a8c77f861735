package dev.interloper.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.util.List;

/** What a signal has to say. */
final class Examined {

    private Examined() {}

    /** The only evidence, under the signal's own identifier. */
    static Evidence one(Signal signal, Observation seen) {
        List<Evidence> found = signal.examine(seen);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).signal()).isEqualTo(signal.id());
        assertThat(found.get(0).source()).isNotBlank();
        return found.get(0);
    }
}
