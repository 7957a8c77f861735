package dev.interloper.handshake.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable sequence of bytes with value equality. Thread-safe.
 *
 * @since 0.1
 */
public final class Bytes {

    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /**
     * A copy of a whole array.
     *
     * @param source the bytes, copied
     * @return the immutable copy
     */
    public static Bytes copyOf(byte[] source) {
        return copyOf(source, 0, source.length);
    }

    /**
     * A copy of a part of an array.
     *
     * @param source the array to copy from
     * @param offset index of the first byte
     * @param length number of bytes
     * @return the immutable copy
     * @throws IndexOutOfBoundsException if the part is not within the array
     */
    public static Bytes copyOf(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(source, offset, offset + length));
    }

    /**
     * Bytes from their hexadecimal form.
     *
     * @param hex pairs of hexadecimal digits, without separators
     * @return the bytes
     * @throws IllegalArgumentException if the text is not hexadecimal
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HEX.parseHex(hex));
    }

    /**
     * The number of bytes.
     *
     * @return the length
     */
    public int length() {
        return value.length;
    }

    /**
     * Whether there are no bytes.
     *
     * @return true for an empty sequence
     */
    public boolean isEmpty() {
        return value.length == 0;
    }

    /**
     * One byte as an unsigned number.
     *
     * @param index its index
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if there is no such byte
     */
    public int at(int index) {
        return value[index] & 0xff;
    }

    /**
     * A part as a sequence of its own.
     *
     * @param offset index of its first byte
     * @param length its number of bytes
     * @return the part
     * @throws IndexOutOfBoundsException if it is not within this sequence
     */
    public Bytes slice(int offset, int length) {
        return copyOf(value, offset, length);
    }

    /**
     * Copies a part into an array of the caller's.
     *
     * @param offset index of the first byte here
     * @param into the array that receives the bytes
     * @param at index of the first byte there
     * @param length number of bytes
     * @throws IndexOutOfBoundsException if the part is not within this sequence, or has no room there
     */
    public void copyTo(int offset, byte[] into, int at, int length) {
        System.arraycopy(value, offset, into, at, length);
    }

    /**
     * A fresh array with these bytes.
     *
     * @return a copy that the caller owns
     */
    public byte[] toByteArray() {
        return value.clone();
    }

    /**
     * A cursor over these bytes, without copying them.
     *
     * @return a reader at the first byte
     */
    public WireReader reader() {
        return new WireReader(value, 0, value.length);
    }

    /**
     * Lower-case hexadecimal digits without separators.
     *
     * @return two digits a byte
     */
    public String hex() {
        return HEX.formatHex(value);
    }

    /**
     * The bytes as ASCII text that is safe to print: whatever is not a printable ASCII character appears as {@code \xNN}.
     *
     * @return printable text
     */
    public String printable() {
        StringBuilder text = new StringBuilder(value.length);
        for (byte b : value) {
            if (b >= 0x20 && b < 0x7f && b != '\\') {
                text.append((char) b);
            } else {
                text.append("\\x").append(HEX.toHexDigits(b));
            }
        }
        return text.toString();
    }

    /**
     * Whether the sequence starts with some ASCII text.
     *
     * @param ascii the text, ASCII only
     * @return true if the first bytes are that text
     */
    public boolean startsWith(String ascii) {
        byte[] prefix = ascii.getBytes(StandardCharsets.US_ASCII);
        return value.length >= prefix.length && Arrays.equals(value, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** The length and the first bytes in hexadecimal digits. */
    @Override
    public String toString() {
        return value.length <= 32 ? hex() : HEX.formatHex(value, 0, 32) + "… (" + value.length + " bytes)";
    }
}
