package dev.interloper.certs.pin;

import java.util.List;
import java.util.stream.Stream;

/** What holds for one host: the rules that count for it, the most specific first. */
final class HostRule {
    static final HostRule NONE = new HostRule(List.of());

    private final List<PinRule> rules;
    private final PinSet[] enforced;
    private final PinSet[] reportOnly;

    HostRule(List<PinRule> rules) {
        this.rules = List.copyOf(rules);
        this.enforced = sets().filter(PinSet::enforced).toArray(PinSet[]::new);
        this.reportOnly = sets().filter(s -> !s.enforced()).toArray(PinSet[]::new);
    }

    private Stream<PinSet> sets() {
        return rules.stream().flatMap(r -> r.sets().stream()).distinct();
    }

    List<PinRule> rules() {
        return rules;
    }

    /** Not to be written to. */
    PinSet[] enforced() {
        return enforced;
    }

    /** Not to be written to. */
    PinSet[] reportOnly() {
        return reportOnly;
    }

    boolean isEmpty() {
        return enforced.length + reportOnly.length == 0;
    }
}
