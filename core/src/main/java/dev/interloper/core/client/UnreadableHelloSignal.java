package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/** Context: the hello is damaged or not all there, so that nothing can be said of what it lacks. */
final class UnreadableHelloSignal implements ClientSignal {

    private static final String ID = "hello.unreadable";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "What is missing in a damaged hello may have been there.";
    }

    @Override
    public String falsePositives() {
        return "None: it is no evidence.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return client.shape().isComplete()
                ? List.of()
                : List.of(Evidence.context(
                        ID, "the hello is damaged, or offers no cipher suite", "RFC 8446 section 4.1.2"));
    }
}
