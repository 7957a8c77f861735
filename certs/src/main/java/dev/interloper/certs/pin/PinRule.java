package dev.interloper.certs.pin;

import java.util.List;
import java.util.Objects;

/**
 * A pattern and the sets for it.
 *
 * @param pattern the hosts
 * @param sets the sets, one match suffices; none when the hosts are exempt
 * @since 0.1
 */
public record PinRule(HostPattern pattern, List<PinSet> sets) {
    /**
     * Copies the list.
     *
     * @param pattern the hosts; not null
     * @param sets the sets; not null
     */
    public PinRule {
        Objects.requireNonNull(pattern, "pattern");
        sets = List.copyOf(sets);
    }

    /**
     * Whether the hosts need no pins, whatever less specific patterns say.
     *
     * @return true if there is no set
     */
    public boolean exempt() {
        return sets.isEmpty();
    }
}
