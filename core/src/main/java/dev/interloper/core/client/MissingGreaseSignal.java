package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** No GREASE, which the browser named always sends. */
final class MissingGreaseSignal implements ClientSignal {

    private static final String ID = "browser.missing-grease";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "BoringSSL as browsers use it puts meaningless numbers (RFC 8701) into every hello; hardly any other library does.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up, which programs and robots often make Chrome's; "
                + "a browser that is built with another library.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.breaches(client, BrowserRule.ALWAYS_GREASE)
                .map(breach -> BrowserEvidence.evidence(
                        client, ID, breach, Grade.DECISIVE, "has no GREASE (RFC 8701) among its cipher suites"))
                .limit(1)
                .toList();
    }
}
