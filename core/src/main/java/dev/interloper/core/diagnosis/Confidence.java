package dev.interloper.core.diagnosis;

import java.util.Locale;

/**
 * How sure a diagnosis is.
 *
 * @since 0.1
 */
public enum Confidence {
    /** Nothing else explains the facts. */
    CERTAIN,
    /** Something else would be a surprise. */
    HIGH,
    /** The best explanation among others. */
    MEDIUM,
    /** No more than a place to start. */
    LOW;

    /** The constant in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
