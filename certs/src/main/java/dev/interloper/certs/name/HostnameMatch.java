package dev.interloper.certs.name;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a certificate is for the host asked for, and by which of its names.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class HostnameMatch {
    private static final int SHOWN = 8;

    private final ServerName host;
    private final SubjectAltNames presented;
    private final Optional<SubjectAltName> matchedBy;

    HostnameMatch(ServerName host, SubjectAltNames presented, Optional<SubjectAltName> matchedBy) {
        this.host = host;
        this.presented = presented;
        this.matchedBy = matchedBy;
    }

    /**
     * The host that was asked for.
     *
     * @return the host
     */
    public ServerName host() {
        return host;
    }

    /**
     * Whether the certificate is for that host.
     *
     * @return true if one of its names covers the host
     */
    public boolean matched() {
        return matchedBy.isPresent();
    }

    /**
     * The name of the certificate that covers the host.
     *
     * @return the first such name; empty if there is none
     */
    public Optional<SubjectAltName> matchedBy() {
        return matchedBy;
    }

    /**
     * All names that the certificate has.
     *
     * @return an unmodifiable list, in the certificate's order
     */
    public List<SubjectAltName> presented() {
        return presented.names();
    }

    /**
     * Whether the certificate has a subjectAltName extension at all.
     *
     * @return false if it names its host, if any, in the subject only, which RFC 9525 does not accept
     */
    public boolean hasSubjectAltName() {
        return presented.present();
    }

    /** One sentence that says what matched, or which names the certificate has instead. */
    @Override
    public String toString() {
        if (host.kind() == ServerName.Kind.INVALID) {
            return "\"" + host + "\" is neither a host name nor an IP address, so no certificate is for it.";
        }
        if (matchedBy.isPresent()) {
            return host + " is covered by the certificate's name " + matchedBy.get() + ".";
        }
        if (!presented.present()) {
            return "The certificate has no subjectAltName, so it is not for " + host + ".";
        }
        return "The certificate is not for " + host + ", it is for " + others() + ".";
    }

    private String others() {
        List<SubjectAltName> names = presented.names();
        if (names.isEmpty()) {
            return "no name that could be read";
        }
        String shown = names.stream().limit(SHOWN).map(SubjectAltName::toString).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
