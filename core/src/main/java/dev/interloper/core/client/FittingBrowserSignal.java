package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** Evidence against: the hello fits the browser that the user agent names. */
final class FittingBrowserSignal implements ClientSignal {

    private static final String ID = "browser.fits";

    /** e^-3: interceptors that imitate a browser's hello without a flaw are thought to be fewer than one in 20. */
    private static final double WEIGHT = -3;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "A hello that has all that this browser always sends, and nothing that it was not seen to send, is most likely its "
                + "own.";
    }

    @Override
    public String falsePositives() {
        return "An interceptor that imitates the browser's hello, or that uses the same library in the same way.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        if (!client.fits()) {
            return List.of();
        }
        String statement = "the hello fits " + client.userAgent().orElseThrow() + ": nothing missing, nothing foreign";
        return List.of(Evidence.of(ID, Grade.STRONG, WEIGHT, statement, "browsers.tsv"));
    }
}
