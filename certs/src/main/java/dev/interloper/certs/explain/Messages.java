package dev.interloper.certs.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Messages of JSSE and PKIX in the JDK (8 to 25), Bouncy Castle, Conscrypt, Netty, OkHttp and Apache HttpClient, by what
 * does not change in them. The first one that is found counts.
 */
final class Messages {
    private static final String ALERT = "received fatal alert: ";

    private static final List<String> ABOUT_CLIENT_CERTIFICATE = List.of(
            "certificate_required",
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca",
            "access_denied");

    private record Known(String part, Cause cause) {}

    private static final List<Known> KNOWN = List.of(
            new Known("pinning failure", Cause.PINNING),
            new Known("pin verification failed", Cause.PINNING),
            new Known("trustanchors parameter must be non-empty", Cause.EMPTY_TRUST_STORE),
            new Known("algorithm constraints", Cause.WEAK_ALGORITHM),
            new Known("does not conform to algorithm constraint", Cause.WEAK_ALGORITHM),
            new Known("distrusted legacy", Cause.DISTRUSTED_AUTHORITY),
            new Known("anchored by a distrusted", Cause.DISTRUSTED_AUTHORITY),
            new Known("has been revoked", Cause.REVOKED),
            new Known("certificate revocation after", Cause.REVOKED),
            new Known("revocation status", Cause.REVOCATION_UNKNOWN),
            new Known("no crls found", Cause.REVOCATION_UNKNOWN),
            new Known("no subject alternative", Cause.WRONG_NAME),
            new Known("no name matching", Cause.WRONG_NAME),
            new Known("hostname wrong", Cause.WRONG_NAME),
            new Known("doesn't match any of the subject alternative names", Cause.WRONG_NAME),
            new Known("doesn't match common name", Cause.WRONG_NAME),
            new Known("no name found", Cause.WRONG_NAME),
            new Known(" not verified:", Cause.WRONG_NAME),
            new Known("notafter:", Cause.EXPIRED),
            new Known("certificate expired on", Cause.EXPIRED),
            new Known("certificate has expired", Cause.EXPIRED),
            new Known("notbefore:", Cause.NOT_YET_VALID),
            new Known("certificate not valid until", Cause.NOT_YET_VALID),
            new Known("unable to find valid certification path", Cause.UNTRUSTED_AUTHORITY),
            new Known("does not chain with any of the trust anchors", Cause.UNTRUSTED_AUTHORITY),
            new Known("trust anchor for certification path not found", Cause.UNTRUSTED_AUTHORITY),
            new Known("no trusted certificate found", Cause.UNTRUSTED_AUTHORITY),
            new Known("no trustanchor found", Cause.UNTRUSTED_AUTHORITY),
            new Known("no issuer certificate for certificate in certification path", Cause.UNTRUSTED_AUTHORITY),
            new Known("unable to find certificate chain", Cause.UNTRUSTED_AUTHORITY),
            new Known("does not permit use for", Cause.BAD_CERTIFICATE),
            new Known("basic constraints check failed", Cause.BAD_CERTIFICATE),
            new Known("name chaining check failed", Cause.BAD_CERTIFICATE),
            new Known("signature check failed", Cause.BAD_CERTIFICATE),
            new Known("key usage", Cause.BAD_CERTIFICATE),
            new Known("unrecognized critical extension", Cause.BAD_CERTIFICATE),
            new Known("empty client certificate chain", Cause.CLIENT_CERTIFICATE),
            new Known("empty server certificate chain", Cause.PROTOCOL),
            new Known("unrecognized ssl message", Cause.NOT_TLS),
            new Known("not an ssl/tls record", Cause.NOT_TLS),
            new Known("unable to parse tls packet header", Cause.NOT_TLS),
            new Known("no appropriate protocol", Cause.PROTOCOL),
            new Known("is not accepted by client preferences", Cause.PROTOCOL),
            new Known("is not enabled or not supported", Cause.PROTOCOL),
            new Known("is not enabled or supported", Cause.PROTOCOL),
            new Known("no cipher suites in common", Cause.PROTOCOL),
            new Known("unsupported ciphersuite", Cause.PROTOCOL),
            new Known("handshake_failure", Cause.PROTOCOL),
            new Known("protocol_version", Cause.PROTOCOL),
            new Known("remote host terminated the handshake", Cause.CONNECTION_CLOSED),
            new Known("remote host closed connection during handshake", Cause.CONNECTION_CLOSED),
            new Known("peer shut down incorrectly", Cause.CONNECTION_CLOSED),
            new Known("closing inbound before receiving peer's close_notify", Cause.CONNECTION_CLOSED),
            new Known("connection reset", Cause.CONNECTION_CLOSED),
            new Known("broken pipe", Cause.CONNECTION_CLOSED));

    private Messages() {}

    static Optional<Cause> cause(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        int alert = text.indexOf(ALERT);
        if (alert >= 0) {
            String name = text.substring(alert + ALERT.length());
            boolean aboutCertificate = ABOUT_CLIENT_CERTIFICATE.stream().anyMatch(name::startsWith);
            return Optional.of(aboutCertificate ? Cause.CLIENT_CERTIFICATE : Cause.PROTOCOL);
        }
        return KNOWN.stream().filter(k -> text.contains(k.part())).findFirst().map(Known::cause);
    }
}
