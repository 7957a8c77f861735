package dev.interloper.certs.trust;

import dev.interloper.certs.name.DistinguishedName;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One path from the leaf towards an anchor, judged.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TrustPath {
    /** Best first: trusted, then by what is known of the anchor, then by errors, then the shorter one. */
    static final Comparator<TrustPath> BEST_FIRST = Comparator.<TrustPath, Boolean>comparing(p -> !p.trusted())
            .thenComparing(TrustPath::rank)
            .thenComparing(TrustPath::errors)
            .thenComparing(p -> p.anchor().isPresent()
                    ? p.certificates().size()
                    : -p.certificates().size());

    private final CandidatePath candidate;
    private final List<Finding> findings;

    TrustPath(CandidatePath candidate, List<Finding> findings) {
        this.candidate = candidate;
        this.findings = List.copyOf(findings);
    }

    /**
     * The certificates, the leaf first, without the anchor's own.
     *
     * @return an unmodifiable list with at least one element
     */
    public List<X509Certificate> certificates() {
        return candidate.certificates();
    }

    /**
     * The anchor in which the path ends.
     *
     * @return the anchor; empty when the last certificate's issuer is not here
     */
    public Optional<Anchor> anchor() {
        return candidate.anchor();
    }

    /**
     * What is known about the anchor's key.
     *
     * @return the class
     */
    public AnchorClass anchorClass() {
        return candidate.anchorClass();
    }

    /**
     * Whether the anchor is one of the caller's extra anchors.
     *
     * @return true if an extra set has its key
     */
    public boolean anchorIsExtra() {
        return candidate.anchorIsExtra();
    }

    /**
     * The name of the issuer that was looked for in vain.
     *
     * @return the name; empty when the path has an anchor
     */
    public Optional<DistinguishedName> missingIssuer() {
        return candidate.missingIssuer();
    }

    /**
     * Whether the checks and the JDK's validator accept the path.
     *
     * @return true if no finding is an error
     */
    public boolean trusted() {
        return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    /**
     * Whether the checks accept the path, whatever the JDK's validator says of it. Not to be relied upon in place of
     * {@link #trusted()}: it tells paths that both refuse from those that the JDK alone does.
     *
     * @return true if no finding but {@link FindingCode#PLATFORM_REJECTS} is an error
     */
    public boolean accepted() {
        return findings.stream()
                .allMatch(f -> f.severity() != Severity.ERROR || f.code().equals(FindingCode.PLATFORM_REJECTS));
    }

    /**
     * Everything that was found on this path.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The certificate policies for which the path is valid, in the words of the authority below the anchor: the
     * user-constrained policy set. Worked out at each call.
     *
     * @return an unmodifiable set of object identifiers, with {@link PolicyInputs#ANY_POLICY} in it when valid for any
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9618">RFC 9618</a>
     */
    public Set<String> policies() {
        return PolicyProcessing.of(candidate).policies();
    }

    CandidatePath candidate() {
        return candidate;
    }

    private int rank() {
        return switch (anchorClass()) {
            case PUBLIC_CURRENT -> 0;
            case PUBLIC_DISTRUSTED_AFTER -> 1;
            case PUBLIC_LEGACY -> 2;
            case UNKNOWN_NEWER_THAN_LIST -> 3;
            case LOCAL -> anchorIsExtra() ? 4 : 5;
            case UNKNOWN -> 6;
        };
    }

    private long errors() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    }

    /** The names from the leaf to where the path ends. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates()) {
            text.append(Say.who(certificate)).append(" <- ");
        }
        return text.append(anchor().map(Anchor::toString)
                        .orElseGet(() -> missingIssuer()
                                .map(n -> n.printable() + " (not here)")
                                .orElse("")))
                .toString();
    }
}
