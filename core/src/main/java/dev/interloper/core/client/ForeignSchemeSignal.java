package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** A signature algorithm that the browser named never offered. */
final class ForeignSchemeSignal implements ClientSignal {

    private static final String ID = "browser.foreign-scheme";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Libraries list every signature algorithm that they have, MD5 and DSA among them; browsers those that certificates use.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up by a program or a robot; a browser built from changed sources.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.NEVER_SCHEME, "accepts signatures by");
    }
}
