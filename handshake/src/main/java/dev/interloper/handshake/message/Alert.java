package dev.interloper.handshake.message;

import dev.interloper.handshake.registry.Registry;
import dev.interloper.handshake.registry.RegistryEntry;

/**
 * An alert that was sent in the clear (RFC 8446 section 6). Immutable.
 *
 * @param level 1 is warning, 2 fatal
 * @param description its number in the IANA "TLS Alerts" registry
 * @param provenance where it came from
 * @since 0.1
 */
public record Alert(int level, int description, Provenance provenance) {

    /**
     * Whether the sender ends the connection with it.
     *
     * @return true for level 2
     */
    public boolean isFatal() {
        return level == 2;
    }

    /**
     * The description's registered name.
     *
     * @return {@code unknown_ca}, or {@code alert N} for numbers without a name
     */
    public String name() {
        return Registry.ALERTS.find(description).map(RegistryEntry::name).orElse("alert " + description);
    }

    /** Level and name: {@code fatal unknown_ca}. */
    @Override
    public String toString() {
        return (isFatal() ? "fatal " : "warning ") + name();
    }
}
