package dev.interloper.certs.explain;

import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A diagnosis from the exception's own words, where there is no chain, or the chain does not show what they say. */
final class TextDiagnosis {
    private TextDiagnosis() {}

    static Diagnosis of(
            Cause said, FailureText text, TlsFailure failure, AnchorSet publicRoots, Optional<TrustReport> report) {
        Cause cause = said == Cause.NOT_YET_VALID && longBefore(failure.at(), publicRoots) ? Cause.CLOCK_WRONG : said;
        String what = what(cause, failure) + " (" + text.quoted() + ")";
        return new Diagnosis(
                cause,
                certainty(cause),
                what + report.map(r -> context(cause, r)).orElse("") + ".");
    }

    /** A client's clock cannot be older than what the client knows. */
    private static boolean longBefore(Instant at, AnchorSet publicRoots) {
        return publicRoots
                .date()
                .filter(d ->
                        at.isBefore(d.minusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .isPresent();
    }

    private static Certainty certainty(Cause cause) {
        return switch (cause) {
            case PINNING, EMPTY_TRUST_STORE -> Certainty.CERTAIN;
            case UNTRUSTED_AUTHORITY, CONNECTION_CLOSED, UNKNOWN -> Certainty.POSSIBLE;
            default -> Certainty.LIKELY;
        };
    }

    private static String what(Cause cause, TlsFailure failure) {
        String host = failure.serverName().map(Object::toString).orElse("the server");
        return switch (cause) {
            case UNTRUSTED_AUTHORITY, PROXY, INCOMPLETE_CHAIN, SELF_SIGNED, OLD_TRUST_STORE ->
                "The client found no way from the certificate of " + host
                        + " to an authority that it trusts: somebody may"
                        + " sit in between, the server may not send its intermediates, or the trust store is too old";
            case EMPTY_TRUST_STORE -> "The trust store in use holds no anchor, so that no server can be trusted";
            case WRONG_NAME -> "The certificate is for other names than " + host;
            case EXPIRED -> "A certificate of " + host + " is not valid any more at " + failure.at();
            case NOT_YET_VALID -> "A certificate of " + host + " is not valid yet at " + failure.at();
            case CLOCK_WRONG ->
                "The client's clock says " + failure.at() + ", which is long ago, and so a certificate of " + host
                        + " is not valid yet";
            case DISTRUSTED_AUTHORITY -> "The client does not trust the authority of " + host + " any more";
            case REVOKED -> "A certificate of " + host + " was revoked";
            case REVOCATION_UNKNOWN ->
                "Whether the certificates of " + host
                        + " are revoked could not be found out, and the client insists on it";
            case WEAK_ALGORITHM ->
                "The certificates of " + host + " use an algorithm or a key size that the client does not accept";
            case BAD_CERTIFICATE -> "The certificates of " + host + " break a rule";
            case PINNING -> "The chain of " + host + " has none of the keys that the client has pinned";
            case CLIENT_CERTIFICATE ->
                "The other side does not accept the certificate that it got, or got none: seen from a client, the server "
                        + "wants a client certificate";
            case NOT_TLS -> "What answers for " + host + " does not speak TLS";
            case PROTOCOL -> "Client and server found no protocol version, cipher suite or parameter in common";
            case CONNECTION_CLOSED ->
                "The connection to " + host + " was ended during the handshake, without a word why";
            case UNKNOWN -> "The exception is none that is known here";
        };
    }

    /** What the chain adds. */
    private static String context(Cause cause, TrustReport report) {
        String end = report.anchor().map(Object::toString).orElse("no known authority");
        if (cause == Cause.PINNING) {
            return report.anchorClass().isPublic()
                    ? "; the chain ends in the public root " + end + ", so the server's key or authority has changed"
                    : "; the chain ends in " + end + ", which is no public root, so somebody may sit in between";
        }
        return switch (cause) {
            case CLIENT_CERTIFICATE, NOT_TLS, PROTOCOL, CONNECTION_CLOSED, EMPTY_TRUST_STORE -> "";
            default -> "; the chain that was handed in, which ends in " + end + ", does not show why";
        };
    }
}
