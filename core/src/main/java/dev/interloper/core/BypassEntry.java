package dev.interloper.core;

/**
 * One line for the list of destinations that a proxy must not decrypt: exactly one host or one address, never a pattern.
 * Immutable.
 *
 * @param kind what the value is
 * @param value a host name, or an IP address without brackets
 * @param port the TCP port; most lists cannot express it
 * @since 0.1
 */
public record BypassEntry(Kind kind, String value, int port) {

    /** What a bypass entry names. */
    public enum Kind {
        /** A host name: matched against the name that the client asks for. */
        HOST,
        /** An IP address: matched against the connection's destination. */
        ADDRESS
    }

    /** Value and port: {@code 203.0.113.30 (port 443)}. */
    @Override
    public String toString() {
        return value + " (port " + port + ")";
    }
}
