package dev.interloper.certs.transparency;

import java.util.HexFormat;
import java.util.Objects;

/** Octets as callers give them. */
final class Hex {
    private Hex() {}

    static byte[] decode(String hex, String parameter) {
        Objects.requireNonNull(hex, parameter);
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    parameter + " must be pairs of hexadecimal digits: " + e.getMessage(), e);
        }
    }
}
