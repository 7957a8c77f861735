package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.Collections;
import java.util.List;

/** Extensions in the order of Windows' own TLS library, in the name of a browser that has another. */
final class StackOrderSignal implements ClientSignal {

    private static final String ID = "browser.schannel-order";
    private static final List<Integer> SCHANNEL = List.of(5, 10, 11);
    private static final int CHROMIUM_BEFORE_SHUFFLING = 105;
    private static final int FIREFOX_BEFORE_SHUFFLING = 113;
    private static final String SOURCE =
            "caddyserver/caddy v1 caddyhttp/httpserver/mitm.go: SChannel puts status_request directly "
                    + "before supported_groups and ec_point_formats, other browsers' libraries do not";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "SChannel puts status_request directly before supported_groups and ec_point_formats, and so does Go; Chromium and "
                + "Firefox never did. The one rule about order, so only for versions that did not shuffle extensions.";
    }

    @Override
    public String falsePositives() {
        return "A user agent that is made up by a program that uses Windows' library.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        if (!client.shape().isComplete()
                || client.shape().hasGrease()
                || client.userAgent().filter(StackOrderSignal::keepsOrder).isEmpty()
                || Collections.indexOfSubList(client.shape().extensions(), SCHANNEL) < 0) {
            return List.of();
        }
        String statement = "the user agent says " + client.userAgent().orElseThrow()
                + ", but the hello has its extensions in the order of SChannel or Go";
        return List.of(Evidence.of(ID, Grade.DECISIVE, BrowserEvidence.DECISIVE, statement, SOURCE));
    }

    private static boolean keepsOrder(UserAgent claimed) {
        int version = claimed.version().orElse(Integer.MAX_VALUE);
        return switch (claimed.family()) {
            case CHROMIUM -> version <= CHROMIUM_BEFORE_SHUFFLING;
            case FIREFOX -> version <= FIREFOX_BEFORE_SHUFFLING;
            case SAFARI, INTERNET_EXPLORER, EDGE_LEGACY, OTHER -> false;
        };
    }
}
