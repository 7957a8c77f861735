package dev.interloper.core;

import dev.interloper.core.engine.EngineKind;
import dev.interloper.core.engine.EngineMatch;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the engine by its likeness. */
final class EngineNaming {

    private EngineNaming() {}

    /** Its leaf tells nothing of whoever opens many sites with one certificate that somebody else made. */
    private static final String FIXED_CERTIFICATE = "fixed-certificate";

    /** A name for the engine if the leaf is near to one, or to what one certificate for many sites shows. */
    static @Nullable String of(Observation seen, List<Evidence> evidence) {
        return seen.engines().stream()
                .filter(match -> match.print().kind() == EngineKind.INTERCEPTOR)
                .findFirst()
                .filter(EngineMatch::isNear)
                .map(EngineMatch::engine)
                .orElseGet(() -> manySites(evidence));
    }

    private static @Nullable String manySites(List<Evidence> evidence) {
        boolean unrelated = evidence.stream().anyMatch(item -> item.signal().equals("names.unrelated"));
        return unrelated ? FIXED_CERTIFICATE : null;
    }
}
