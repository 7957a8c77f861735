package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** TLS compression, which the browser named never offered, or not any more. */
final class CompressionSignal implements ClientSignal {

    private static final String ID = "browser.compression";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Browsers gave up TLS compression in 2012 (CRIME); libraries kept it longer.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up by a program or a robot; a browser built from changed sources.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.NEVER_COMPRESSION, "offers the compression method");
    }
}
