package dev.interloper.certs.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what rules find about one certificate. Of one evaluation, not thread-safe. */
final class Faults {
    private final Supplier<String> who;
    private final int index;
    private final List<Finding> findings = new ArrayList<>();

    /** Faults of the certificate that sentences call so; asked for its name only when there is something to say. */
    Faults(Supplier<String> who, int index) {
        this.who = who;
        this.index = index;
    }

    /** Adds an error; the profile may weigh it less. The words follow the certificate's name. */
    void add(FindingCode code, String words, String source) {
        add(code, Severity.ERROR, words, source);
    }

    void add(FindingCode code, Severity severity, String words, String source) {
        findings.add(Finding.of(code, severity, index, who.get() + " " + words, source));
    }

    List<Finding> findings() {
        return findings;
    }
}
