package dev.interloper.certs.transparency;

import java.util.Locale;

/**
 * Where a log stands in its life.
 *
 * @see <a href="https://googlechrome.github.io/CertificateTransparency/log_states.html">The states, as Chrome defines
 *     them</a>
 * @since 0.1
 */
public enum LogState {
    /** It has applied and is not accepted yet. */
    PENDING,
    /** It is accepted, and clients are still learning so. */
    QUALIFIED,
    /** It is accepted. */
    USABLE,
    /** It is accepted and takes no new certificates. */
    READONLY,
    /** What it signed before it retired is accepted. */
    RETIRED,
    /** Nothing that it signed is accepted. */
    REJECTED,
    /** The list states none, or one that is not known here. */
    UNKNOWN;

    /**
     * Whether signatures of a log in this state are accepted without regard to their time.
     *
     * @return true for qualified, usable and readonly
     */
    public boolean isCurrent() {
        return this == QUALIFIED || this == USABLE || this == READONLY;
    }

    /** From a list's spelling. */
    static LogState named(String name) {
        for (LogState state : values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    String listName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
