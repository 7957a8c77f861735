package dev.interloper.handshake.registry;

/**
 * One number of a registry. Immutable.
 *
 * @param number the number
 * @param name its name as IANA writes it, without the suffix {@code _RESERVED}
 * @param reference what defines it, such as {@code [RFC8446]}; perhaps empty
 * @param registered whether IANA's registry names it; false for numbers that are only met on the wire
 * @since 0.1
 */
public record RegistryEntry(int number, String name, String reference, boolean registered) {}
