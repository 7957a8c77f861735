package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** Evidence against: the hello plainly is another browser's, so the user agent is what is wrong. */
final class OtherBrowserSignal implements ClientSignal {

    private static final String ID = "browser.other";

    /** e^-1: emulated devices and switched user agents are common, interceptors with a browser's own stack are few. */
    private static final double WEIGHT = -1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Developers emulate telephones, extensions switch user agents: then the hello is a browser's, only not the one named.";
    }

    @Override
    public String falsePositives() {
        return "An interceptor that is built on a browser's stack and left its marks.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return client.lookalike().stream()
                .map(other -> Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        "the user agent says " + client.userAgent().orElseThrow() + ", but the hello is that of "
                                + other + ": the user agent may be made up",
                        "browsers.tsv"))
                .toList();
    }
}
