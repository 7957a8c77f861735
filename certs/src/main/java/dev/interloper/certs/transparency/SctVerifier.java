package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.CertificateStructure;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the timestamps of one certificate against one list of logs, for one moment. Not thread-safe. */
final class SctVerifier {
    private static final String POISON = "1.3.6.1.4.1.11129.2.4.3";
    private static final String FORGERY =
            "it is not the one that the log saw, as when extensions are copied from a genuine certificate into a forged one";
    private static final String STALE =
            "it belongs to another certificate, as when a server still sends the timestamps of its last one";

    private final X509Certificate leaf;
    private final boolean poisoned;
    private final LogList logs;
    private final Instant at;
    private final Issuers issuers;
    private Optional<List<LoggedEntry>> precertificates = Optional.empty();
    private Optional<Boolean> issuerKnown = Optional.empty();

    SctVerifier(X509Certificate leaf, CertificateStructure structure, LogList logs, Instant at, Issuers issuers) {
        this.leaf = leaf;
        this.poisoned = structure.extension(POISON).isPresent();
        this.logs = logs;
        this.at = at;
        this.issuers = issuers;
    }

    SctResult check(SignedCertificateTimestamp sct) {
        Optional<TransparencyLog> log = logs.log(sct.logId());
        if (log.isEmpty()) {
            return result(sct, SctStatus.UNKNOWN_LOG, log, "and the " + logs + " does not have that log");
        }
        Optional<String> unsupported = LogSignature.unsupported(sct, log.get());
        if (unsupported.isPresent()) {
            return result(sct, SctStatus.UNSUPPORTED, log, "and cannot be checked: " + unsupported.get());
        }
        boolean precertificate = sct.origin() == SctOrigin.EMBEDDED || poisoned;
        List<LoggedEntry> entries = precertificate ? precertificates() : certificate();
        PublicKey key = log.get().key().orElseThrow();
        if (entries.stream().anyMatch(e -> LogSignature.verifies(sct, key, e))) {
            return judge(sct, log.get());
        }
        if (precertificate && !issuerKnown()) {
            String why = "and cannot be checked: the issuer's key is needed, and no certificate here issued this one";
            return result(sct, SctStatus.ISSUER_MISSING, log, why);
        }
        String cause = sct.origin() == SctOrigin.EMBEDDED ? FORGERY : STALE;
        return result(
                sct,
                SctStatus.INVALID_SIGNATURE,
                log,
                "and its signature does not verify over this certificate: " + cause);
    }

    private SctResult judge(SignedCertificateTimestamp sct, TransparencyLog log) {
        Optional<TransparencyLog> found = Optional.of(log);
        Instant signed = sct.timestamp();
        if (signed.isAfter(at)) {
            return result(
                    sct, SctStatus.FUTURE_TIMESTAMP, found, "which lies after " + at + ", the time of the request");
        }
        Instant notAfter = leaf.getNotAfter().toInstant();
        if (!log.takes(notAfter)) {
            String interval = log.intervalStart().map(Instant::toString).orElse("any time") + " to "
                    + log.intervalEnd().map(Instant::toString).orElse("any time");
            String why =
                    "and the log takes certificates that expire from " + interval + ", this one expires at " + notAfter;
            return result(sct, SctStatus.OUTSIDE_TEMPORAL_INTERVAL, found, why);
        }
        LogState state = log.stateAt(at);
        if (state == LogState.RETIRED) {
            Instant retired = log.retiredAt().orElse(Instant.MIN);
            return signed.isBefore(retired)
                    ? result(sct, SctStatus.VALID, found, "and verifies; the log retired later, at " + retired)
                    : result(sct, SctStatus.LOG_RETIRED, found, "and verifies, but the log had retired at " + retired);
        }
        return state.isCurrent()
                ? result(sct, SctStatus.VALID, found, "and verifies")
                : result(
                        sct,
                        SctStatus.LOG_NOT_ACCEPTED,
                        found,
                        "and verifies, but the log's state is " + state.listName());
    }

    private List<LoggedEntry> certificate() {
        try {
            return List.of(LoggedEntry.certificate(leaf.getEncoded()));
        } catch (CertificateEncodingException e) {
            return List.of();
        }
    }

    private List<LoggedEntry> precertificates() {
        if (precertificates.isEmpty()) {
            List<LoggedEntry> entries = new ArrayList<>();
            for (Issuers.Candidate issuer : issuers.candidates(poisoned)) {
                PrecertificateTbs.of(leaf, issuer.preCa())
                        .ifPresent(tbs -> entries.add(LoggedEntry.precertificate(issuer.key(), tbs)));
            }
            precertificates = Optional.of(entries);
        }
        return precertificates.get();
    }

    private boolean issuerKnown() {
        if (issuerKnown.isEmpty()) {
            issuerKnown = Optional.of(issuers.known());
        }
        return issuerKnown.get();
    }

    private static SctResult result(
            SignedCertificateTimestamp sct, SctStatus status, Optional<TransparencyLog> log, String rest) {
        String who = log.map(TransparencyLog::toString)
                .orElse("the log " + sct.logId().base64());
        String sentence =
                "An SCT " + sct.origin().words() + " is by " + who + " at " + sct.timestamp() + ", " + rest + ".";
        return new SctResult(sct.origin(), Optional.of(sct), status, log, sentence);
    }
}
