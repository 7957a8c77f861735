package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** An extension is missing that the browser named always sends. */
final class MissingExtensionSignal implements ClientSignal {

    private static final String ID = "browser.missing-extension";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Interceptors leave out what their library does not know, or what they need not: extended_master_secret, status_request, "
                + "ALPN.";
    }

    @Override
    public String falsePositives() {
        return "Settings that switch stapling or ALPN off (graded strong, not decisive); a user agent that is made up.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.ALWAYS_EXTENSION, "lacks the extension");
    }
}
