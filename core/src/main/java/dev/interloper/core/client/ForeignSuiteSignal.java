package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** A cipher suite that the browser named never offered, or not any more. */
final class ForeignSuiteSignal implements ClientSignal {

    private static final String ID = "browser.foreign-suite";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Libraries offer by default what browsers never had or gave up: no encryption, export grades, RC4, CBC with SHA-256, and "
                + "the signalling suite of RFC 5746 where the browser sends the extension.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up; an administrator who switched an old cipher suite on again.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return BrowserEvidence.of(client, ID, BrowserRule.NEVER_SUITE, "offers the cipher suite");
    }
}
