package dev.interloper.handshake.fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** ASCII text that is written again and again in the same room. */
final class Text {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1024];
    private int length;

    Text clear() {
        length = 0;
        return this;
    }

    int length() {
        return length;
    }

    Text add(char character) {
        room(1);
        bytes[length++] = (byte) character;
        return this;
    }

    Text add(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            add(ascii.charAt(i));
        }
        return this;
    }

    /** A number of up to 16 bits. */
    Text decimal(int value) {
        room(5);
        int place = length + (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : 5);
        length = place;
        int rest = value;
        do {
            bytes[--place] = DIGITS[rest % 10];
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    Text hex8(int value) {
        room(2);
        bytes[length++] = DIGITS[value >> 4 & 0xf];
        bytes[length++] = DIGITS[value & 0xf];
        return this;
    }

    Text hex16(int value) {
        return hex8(value >> 8).hex8(value);
    }

    /** Takes off the separator behind the last element of a list, if the list that began at a place has any. */
    Text endList(int start) {
        if (length > start) {
            length--;
        }
        return this;
    }

    void update(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    void copyTo(byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, length);
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
