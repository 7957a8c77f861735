package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** An extension that the browser named never sent. */
final class ForeignExtensionSignal implements ClientSignal {

    private static final String ID = "browser.foreign-extension";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Interceptors bring a TLS library of their own, whose extensions such as heartbeat or encrypt_then_mac are in no browser.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up by a program or a robot; a browser built from changed sources.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.NEVER_EXTENSION, "has the extension");
    }
}
