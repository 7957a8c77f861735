package dev.interloper.certs.pin;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for a host's pins on the validated paths of a chain.
 *
 * <p>Immutable and thread-safe. {@link #explain()} is the text for an exception or a ticket.
 *
 * @since 0.1
 */
public final class PinReport {
    private final ServerName host;
    private final Instant at;
    private final TrustReport trust;
    private final PinOutcome outcome;
    private final List<PinRule> rules;
    private final List<Finding> findings;
    private final @Nullable PinMatch match;
    private final @Nullable LikelyCause cause;

    PinReport(
            ServerName host,
            Instant at,
            TrustReport trust,
            PinOutcome outcome,
            List<PinRule> rules,
            List<Finding> findings,
            @Nullable PinMatch match,
            @Nullable LikelyCause cause) {
        this.host = host;
        this.at = at;
        this.trust = trust;
        this.outcome = outcome;
        this.rules = List.copyOf(rules);
        this.findings = List.copyOf(findings);
        this.match = match;
        this.cause = cause;
    }

    /**
     * The host asked for.
     *
     * @return the host
     */
    public ServerName host() {
        return host;
    }

    /**
     * The moment at which the pins were looked for.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * The evaluation on whose paths the pins were looked for.
     *
     * @return the trust report
     */
    public TrustReport trust() {
        return trust;
    }

    /**
     * What came of it.
     *
     * @return the outcome
     */
    public PinOutcome outcome() {
        return outcome;
    }

    /**
     * The rules that count for the host, expired sets among them.
     *
     * @return an unmodifiable list, the most specific first
     */
    public List<PinRule> rules() {
        return rules;
    }

    /**
     * The pin that was found, the best path and the enforced sets first.
     *
     * @return the match; empty when none was
     */
    public Optional<PinMatch> match() {
        return Optional.ofNullable(match);
    }

    /**
     * Why the pins were probably not met.
     *
     * @return the cause; empty when nothing was amiss
     */
    public Optional<LikelyCause> likelyCause() {
        return Optional.ofNullable(cause);
    }

    /**
     * Everything that was found.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether something was found.
     *
     * @param code what to look for; not null
     * @return true if a finding has this code
     */
    public boolean has(FindingCode code) {
        return findings.stream().anyMatch(f -> f.code().equals(code));
    }

    /**
     * The outcome in several lines: the validated paths with their pins ready to be pasted into a configuration, the pins
     * expected, the class of the anchor, and the likely cause.
     *
     * @return the text; foreign text in it is escaped
     */
    public String explain() {
        return PinExplanation.of(this);
    }

    /**
     * The report that RFC 7469 defines, for a sink of the caller's; nothing here sends it.
     *
     * <p>The validated chain is that of the best path, without an anchor of which only the key is known; pins on
     * certificates have no form there and are left out, as is the expiry of sets that have none.
     *
     * @param port the port of the connection, 0 to 65535
     * @return one JSON object
     * @throws IllegalArgumentException if the port is outside of that
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7469#section-3">RFC 7469, section 3</a>
     */
    public String toJson(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        return PinReportJson.of(this, port);
    }

    /** Host, outcome, and the match or the likely cause, in one line. */
    @Override
    public String toString() {
        String why = match().map(PinMatch::toString)
                .or(() -> likelyCause().map(c -> c.kind() + "? " + c.sentence()))
                .map(w -> ": " + w)
                .orElse("");
        return "Pins of " + host + " at " + at + ": " + outcome + why;
    }
}
