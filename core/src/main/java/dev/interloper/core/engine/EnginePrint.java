package dev.interloper.core.engine;

import dev.interloper.certs.forgery.ForgeShape;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the certificates of one engine look like under one configuration. An engine may have several; a print lacks the features
 * that the engine copies from the origin or leaves to its operator. Immutable, thread-safe.
 *
 * @param engine the engine's name, the same in all of its prints
 * @param kind whether it intercepts
 * @param variant version and configuration
 * @param shape what its leaves look like
 * @param date when it was measured
 * @param source how it was measured
 * @since 0.1
 */
public record EnginePrint(
        String engine, EngineKind kind, String variant, ForgeShape shape, LocalDate date, String source) {

    /**
     * A print.
     *
     * @param engine the engine's name
     * @param kind whether it intercepts
     * @param variant version and configuration
     * @param shape what its leaves look like
     * @param date when it was measured
     * @param source how it was measured
     * @throws NullPointerException if a component is null
     */
    public EnginePrint {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(source, "source");
    }
}
