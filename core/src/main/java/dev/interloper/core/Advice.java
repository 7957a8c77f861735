package dev.interloper.core;

import dev.interloper.core.cure.BypassText;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a verdict: entries for the bypass list, what the interception may break, and the steps. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class Advice {

    private final String summary;
    private final List<BypassEntry> bypass;
    private final List<String> breakage;
    private final List<String> steps;
    private final Optional<BypassText> rule;

    Advice(
            String summary,
            List<BypassEntry> bypass,
            Optional<BypassText> rule,
            List<String> breakage,
            List<String> steps) {
        this.summary = summary;
        this.rule = rule;
        this.bypass = List.copyOf(bypass);
        this.breakage = List.copyOf(breakage);
        this.steps = List.copyOf(steps);
    }

    /**
     * The advice in a sentence.
     *
     * @return English text, safe to print
     */
    public String summary() {
        return summary;
    }

    /**
     * What to add to the list of destinations that the proxy must not decrypt.
     *
     * @return the host, then the address; empty unless the connection is intercepted
     */
    public List<BypassEntry> bypass() {
        return bypass;
    }

    /**
     * The entries in the syntax of the product that was found, ready to be pasted.
     *
     * @return empty if there are no entries, or the product is unknown or has no such list
     */
    public Optional<BypassText> rule() {
        return rule;
    }

    /**
     * What decrypting this connection may break.
     *
     * @return one sentence each; empty unless the connection is intercepted
     */
    public List<String> breakage() {
        return breakage;
    }

    /**
     * What to do, the first thing first.
     *
     * @return one sentence each; empty if there is nothing to do
     */
    public List<String> steps() {
        return steps;
    }

    /** The summary, the bypass entries and the steps, a line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(summary);
        bypass.forEach(
                entry -> text.append(System.lineSeparator()).append("  bypass ").append(entry));
        steps.forEach(step -> text.append(System.lineSeparator()).append("  - ").append(step));
        return text.toString();
    }
}
