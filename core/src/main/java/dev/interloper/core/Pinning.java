package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.pin.PinCheck;
import dev.interloper.certs.pin.PinMatch;
import dev.interloper.certs.pin.PinOutcome;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.spi.PinSighting;
import dev.interloper.core.spi.PinSighting.Standing;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for the pinned keys of a host. An application only asks whether it may go on; here it counts who was met. */
final class Pinning {

    private static final int MAX_SENT = 100;

    private Pinning() {}

    /** Nothing if nothing that still counts is pinned for the host. */
    static Optional<PinSighting> of(PinPolicy pins, ServerName host, TrustReport report, Instant at) {
        X509Certificate leaf = report.request().chain().leaf().orElse(null);
        if (leaf == null || pins.rulesFor(host).isEmpty()) {
            return Optional.empty();
        }
        PinCheck alone = pins.match(host.normalized(), List.of(leaf), at);
        return switch (alone.outcome()) {
            case NO_PINS_FOR_HOST, EXPIRED_SET -> Optional.empty();
            case PINNED_MATCH ->
                Optional.of(new PinSighting(Standing.LEAF_KEY, "the certificate has a pinned key" + of(alone)));
            default -> Optional.of(onPath(pins, host, report, at));
        };
    }

    private static PinSighting onPath(PinPolicy pins, ServerName host, TrustReport report, Instant at) {
        PinMatch match = pins.evaluate(host, report, at).match().orElse(null);
        if (match != null) {
            return new PinSighting(Standing.PATH, "a validated path has a pinned key: " + match);
        }
        return isSent(pins, host, report, at)
                ? new PinSighting(
                        Standing.SENT_ONLY,
                        "a certificate with a key that is pinned for " + host
                                + " was sent along, but no validated path has it")
                : new PinSighting(
                        Standing.MISMATCH, "none of the keys that are pinned for " + host + " is in the chain");
    }

    private static boolean isSent(PinPolicy pins, ServerName host, TrustReport report, Instant at) {
        int sent = Math.min(MAX_SENT, report.request().chain().size());
        return IntStream.range(1, sent)
                .mapToObj(report.request().chain()::certificateAt)
                .flatMap(Optional::stream)
                .map(certificate -> pins.match(host.normalized(), List.of(certificate), at))
                .anyMatch(check -> check.outcome() == PinOutcome.PINNED_MATCH);
    }

    private static String of(PinCheck check) {
        return check.pin().map(pin -> ", " + pin).orElse("");
    }
}
