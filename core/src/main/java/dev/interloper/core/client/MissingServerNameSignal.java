package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.handshake.message.Extension;
import java.util.List;

/** No server name, though every browser of today sends it. */
final class MissingServerNameSignal implements ClientSignal {

    private static final String ID = "browser.missing-server-name";
    private static final double WEIGHT = 0.7;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Transparent proxies that know the server's address only send no server name (RFC 6066 section 3).";
    }

    @Override
    public String falsePositives() {
        return "A page that is asked for by its address, where browsers send none either; hence a hint only.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        boolean asked = client.hello().extension(Extension.SERVER_NAME).isPresent();
        if (asked || !client.namesBrowser() || !client.shape().isComplete()) {
            return List.of();
        }
        String statement =
                "the user agent says " + client.userAgent().orElseThrow() + ", but the hello names no server";
        return List.of(Evidence.of(ID, Grade.WEAK, WEIGHT, statement, "RFC 6066 section 3"));
    }
}
