package dev.interloper.certs.name;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides whether a certificate is for a host, by the rules of RFC 9525.
 *
 * <p>Only subjectAltName counts, never the common name. A DNS name matches a dNSName label by label, letter case aside;
 * a wildcard is the whole left-most label, stands for exactly one label and needs two labels after it. An IP address
 * matches an iPAddress and nothing else. Thread-safe: there is no state.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6">RFC 9525, section 6</a>
 * @since 0.1
 */
public final class HostnameMatcher {
    private HostnameMatcher() {}

    /**
     * Compares the names of a certificate with the host asked for.
     *
     * @param certificate the server's certificate; not null
     * @param host the host asked for; not null; an invalid one matches nothing
     * @return what matched, or what the certificate has instead
     */
    public static HostnameMatch match(X509Certificate certificate, ServerName host) {
        Objects.requireNonNull(host, "host");
        SubjectAltNames presented = SubjectAltNames.of(certificate);
        Optional<SubjectAltName> by =
                presented.names().stream().filter(n -> matches(n, host)).findFirst();
        return new HostnameMatch(host, presented, by);
    }

    /**
     * Whether one name of a certificate covers the host asked for.
     *
     * @param presented the name in the certificate; not null
     * @param host the host asked for; not null
     * @return true if it does
     */
    public static boolean matches(SubjectAltName presented, ServerName host) {
        return switch (host.kind()) {
            case PUBLIC_DNS, INTERNAL_DNS ->
                presented.kind() == SubjectAltName.Kind.DNS
                        && dnsMatches(presented.value().toLowerCase(Locale.ROOT), host.normalized());
            case PUBLIC_IP, PRIVATE_IP ->
                presented.kind() == SubjectAltName.Kind.IP && presented.value().equals(host.normalized());
            case INVALID -> false;
        };
    }

    private static boolean dnsMatches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        String base = pattern.substring(1);
        int firstDot = name.indexOf('.');
        return base.indexOf('.', 1) > 0
                && firstDot > 0
                && name.substring(firstDot).equals(base);
    }
}
