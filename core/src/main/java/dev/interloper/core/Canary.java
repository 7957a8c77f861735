package dev.interloper.core;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.Optional;

/** What was shown for a name that does not exist: no server has a certificate for it, so that one which names it was made on demand. */
final class Canary {

    private Canary() {}

    static Optional<ForgePrint> minted(ProbeObservation seen) {
        return seen.exchange(ProbeStep.CANARY_NAME).flatMap(Canary::minted);
    }

    private static Optional<ForgePrint> minted(Exchange made) {
        return made.serverNameSent()
                .flatMap(name -> ForgePrint.of(made.chain())
                        .filter(leaf -> leaf.subjectAltNames().dnsNames().contains(name)));
    }

    static Optional<Fact> fact(ProbeObservation seen) {
        return minted(seen)
                .map(leaf -> Fact.of(
                                FactCodes.CANARY_MINTED,
                                "the certificate for "
                                        + seen.exchange(ProbeStep.CANARY_NAME)
                                                .flatMap(Exchange::serverNameSent)
                                                .orElseThrow()
                                        + ", which does not exist, names it: it was made on demand")
                        .in(ProbeStep.CANARY_NAME));
    }
}
