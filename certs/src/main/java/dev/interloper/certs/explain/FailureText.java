package dev.interloper.certs.explain;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.internal.SafeText;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an exception and its causes say by themselves: types and reason codes first, then the known messages. */
final class FailureText {
    private static final int MAX_CAUSES = 32;
    private static final int MAX_MESSAGE = 8192;

    private static final Map<CertPathValidatorException.Reason, Cause> REASONS = Map.of(
            BasicReason.EXPIRED, Cause.EXPIRED,
            BasicReason.NOT_YET_VALID, Cause.NOT_YET_VALID,
            BasicReason.REVOKED, Cause.REVOKED,
            BasicReason.UNDETERMINED_REVOCATION_STATUS, Cause.REVOCATION_UNKNOWN,
            BasicReason.INVALID_SIGNATURE, Cause.BAD_CERTIFICATE,
            BasicReason.ALGORITHM_CONSTRAINED, Cause.WEAK_ALGORITHM,
            PKIXReason.NO_TRUST_ANCHOR, Cause.UNTRUSTED_AUTHORITY,
            PKIXReason.NOT_CA_CERT, Cause.BAD_CERTIFICATE,
            PKIXReason.INVALID_KEY_USAGE, Cause.BAD_CERTIFICATE,
            PKIXReason.INVALID_NAME, Cause.BAD_CERTIFICATE);

    /** The innermost first: it knows most. */
    private final List<Throwable> throwables;

    FailureText(Throwable failure) {
        List<Throwable> outside = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && outside.size() < MAX_CAUSES && seen.add(t); t = t.getCause()) {
            outside.add(t);
        }
        Collections.reverse(outside);
        this.throwables = outside;
    }

    /**
     * The cause that the exception names; {@link Cause#UNKNOWN} when it names none that is known here. The alert
     * handshake_failure is about the client's certificate once the server has sent its own, for version and cipher suite
     * are agreed by then (RFC 5246 7.4.6).
     */
    Cause cause(boolean serverSentItsChain) {
        Cause cause = cause();
        return cause == Cause.PROTOCOL
                        && serverSentItsChain
                        && throwables.stream().anyMatch(t -> message(t).contains("alert: handshake_failure"))
                ? Cause.CLIENT_CERTIFICATE
                : cause;
    }

    private Cause cause() {
        for (Throwable throwable : throwables) {
            Optional<Cause> cause = byType(throwable).or(() -> Messages.cause(message(throwable)));
            if (cause.isPresent()) {
                return cause.get();
            }
        }
        return Cause.UNKNOWN;
    }

    /** The innermost message, escaped. */
    String quoted() {
        return throwables.stream()
                .filter(t -> !message(t).isEmpty())
                .findFirst()
                .map(t -> t.getClass().getSimpleName() + ": " + SafeText.escape(message(t)))
                .orElseGet(() -> throwables.get(0).getClass().getSimpleName());
    }

    /** The path that a validator was looking at. */
    Optional<CertificateChain> chain() {
        return throwables.stream()
                .filter(CertPathValidatorException.class::isInstance)
                .map(t -> ((CertPathValidatorException) t).getCertPath())
                .filter(p -> p != null && !p.getCertificates().isEmpty())
                .findFirst()
                .map(p -> CertificateChain.of(p.getCertificates().stream()
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .toList()));
    }

    private static Optional<Cause> byType(Throwable throwable) {
        if (throwable instanceof CertificateExpiredException) {
            return Optional.of(Cause.EXPIRED);
        }
        if (throwable instanceof CertificateNotYetValidException) {
            return Optional.of(Cause.NOT_YET_VALID);
        }
        if (throwable instanceof CertificateRevokedException) {
            return Optional.of(Cause.REVOKED);
        }
        if (throwable instanceof CertPathValidatorException e) {
            return Optional.ofNullable(REASONS.get(e.getReason()));
        }
        return Optional.empty();
    }

    private static String message(Throwable throwable) {
        String message = throwable.getMessage();
        if (message == null) {
            return "";
        }
        return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    }
}
