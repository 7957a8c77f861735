package dev.interloper.certs.trust;

import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.name.HostnameMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation found: every path, the best one, where it ends, and all findings.
 *
 * <p>Immutable and thread-safe. {@link #toString()} is the sentence for a log.
 *
 * @since 0.1
 */
public final class TrustReport {
    private final TrustRequest request;
    private final List<TrustPath> paths;
    private final Optional<HostnameMatch> hostname;
    private final List<Finding> chainFindings;

    TrustReport(
            TrustRequest request,
            List<TrustPath> paths,
            Optional<HostnameMatch> hostname,
            List<Finding> chainFindings) {
        this.request = request;
        this.paths = List.copyOf(paths);
        this.hostname = hostname;
        this.chainFindings = List.copyOf(chainFindings);
    }

    /** The same answer to a request that differs in its moment alone. */
    TrustReport answering(TrustRequest other) {
        return new TrustReport(other, paths, hostname, chainFindings);
    }

    /**
     * What was judged.
     *
     * @return the request
     */
    public TrustRequest request() {
        return request;
    }

    /**
     * All paths that start at the leaf, the best first; those that end without an anchor are among them.
     *
     * @return an unmodifiable list, empty only when the chain has no readable leaf
     */
    public List<TrustPath> paths() {
        return paths;
    }

    /**
     * The path that speaks most for the chain: a trusted one if there is any, and a public anchor before a local one.
     *
     * @return the path; empty only when the chain has no readable leaf
     */
    public Optional<TrustPath> bestPath() {
        return paths.stream().findFirst();
    }

    /**
     * The anchor of the best path.
     *
     * @return the anchor; empty when none was found
     */
    public Optional<Anchor> anchor() {
        return bestPath().flatMap(TrustPath::anchor);
    }

    /**
     * What is known about the anchor of the best path.
     *
     * @return the class; {@link AnchorClass#UNKNOWN} when no anchor was found
     */
    public AnchorClass anchorClass() {
        return bestPath().map(TrustPath::anchorClass).orElse(AnchorClass.UNKNOWN);
    }

    /**
     * Whether the chain is to be trusted: its best path ends in an anchor of the caller or of the public programmes, and
     * both our checks and the JDK's validator accept it.
     *
     * @return true if so
     */
    public boolean trusted() {
        return bestPath().map(TrustPath::trusted).orElse(false);
    }

    /**
     * Whether the leaf is for the host asked for.
     *
     * @return the result; empty when the request named no host, or there is no readable leaf
     */
    public Optional<HostnameMatch> hostname() {
        return hostname;
    }

    /**
     * The findings of the best path, then those on how the chain was presented. Those of other paths are with them, in
     * {@link #paths()}.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        bestPath().ifPresent(p -> all.addAll(p.findings()));
        all.addAll(chainFindings);
        return List.copyOf(all);
    }

    /**
     * Whether something was found.
     *
     * @param code what to look for; not null
     * @return true if a finding of {@link #findings()} has this code
     */
    public boolean has(FindingCode code) {
        return findings().stream().anyMatch(f -> f.code().equals(code));
    }

    /** One sentence: trusted or not, where the path ends, and the first error. */
    @Override
    public String toString() {
        String host = request.serverName().map(n -> " for " + n).orElse("") + " at " + request.at() + ": ";
        String first = findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .findFirst()
                .map(f -> " " + f.sentence())
                .orElse("");
        return (trusted() ? "Trusted" : "Not trusted") + host + end() + first;
    }

    private String end() {
        if (anchor().isPresent()) {
            return "the path of " + length() + " ends in " + anchor().get() + ", " + anchorClass() + ".";
        }
        return bestPath()
                .flatMap(TrustPath::missingIssuer)
                .map(DistinguishedName::printable)
                .map(n -> "the path of " + length() + " ends at the issuer " + n + ", which is not here.")
                .orElse("there is no certificate to start from.");
    }

    private String length() {
        int length = bestPath().map(p -> p.certificates().size()).orElse(0);
        return length == 1 ? "1 certificate" : length + " certificates";
    }
}
