package dev.interloper.core.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes certificates.
 *
 * @since 0.1
 */
public enum EngineKind {
    /** An engine of an inspecting proxy: mints while the client waits. */
    INTERCEPTOR,
    /** A tool with which administrators make their servers' certificates. */
    TOOL;

    /**
     * The word in a table.
     *
     * @return in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EngineKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
