package dev.interloper.certs.pin;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import java.util.List;

/**
 * A policy from another tool's configuration, and what of that was left out.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PinImport {
    private final PinPolicy policy;
    private final List<Finding> findings;

    PinImport(PinPolicy policy, List<Finding> findings) {
        this.policy = policy;
        this.findings = List.copyOf(findings);
    }

    static Finding leftOut(int line, String what) {
        String sentence = "Line " + line + ": " + what;
        return Finding.of(FindingCode.PIN_IMPORT_LEFT_OUT, Severity.WARNING, -1, sentence, "import of pins");
    }

    /**
     * The policy.
     *
     * @return a policy that always refuses local anchors, whatever the configuration says
     */
    public PinPolicy policy() {
        return policy;
    }

    /**
     * What the configuration says and the policy does not.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /** The policy, and how much was left out. */
    @Override
    public String toString() {
        return policy + (findings.isEmpty() ? "" : ", " + findings.size() + " settings left out");
    }
}
