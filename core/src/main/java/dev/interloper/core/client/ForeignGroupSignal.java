package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** An elliptic curve or group that the browser named never offered. */
final class ForeignGroupSignal implements ClientSignal {

    private static final String ID = "browser.foreign-group";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "OpenSSL and Java offered up to 25 curves by default; browsers offer a few, and none of the obsolete ones (RFC 8422).";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up by a program or a robot; a browser built from changed sources.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.NEVER_GROUP, "offers the group");
    }
}
