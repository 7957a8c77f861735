package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** Compressed points on elliptic curves, which the browser named never offered. */
final class PointFormatSignal implements ClientSignal {

    private static final String ID = "browser.point-format";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "OpenSSL offers compressed points by default; these browsers never did.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up by a program or a robot; a browser built from changed sources.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.NEVER_POINT_FORMAT, "accepts points in the format");
    }
}
