package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** Neither form of secure renegotiation, which every browser signals since 2010. */
final class MissingRenegotiationSignal implements ClientSignal {

    private static final String ID = "browser.missing-renegotiation";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Every browser signals secure renegotiation (RFC 5746) in one of two forms since 2010; some appliances' own TLS "
                + "stacks never learned it.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up; a browser that offers TLS 1.3 alone, which is none that the rows were checked for.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.breaches(client, BrowserRule.ALWAYS_RENEGOTIATION)
                .map(breach -> BrowserEvidence.evidence(
                        client, ID, breach, Grade.DECISIVE, "does not signal secure renegotiation (RFC 5746)"))
                .limit(1)
                .toList();
    }
}
