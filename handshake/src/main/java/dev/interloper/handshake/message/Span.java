package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A part of an array that somebody else owns: where a field lies, without a copy of it. A view moves its spans at every reset, and
 * the array's owner may overwrite it, so what is to stay must be copied. Not thread-safe.
 *
 * @since 0.1
 */
public final class Span {

    private static final byte[] NOTHING = {};

    private byte[] source = NOTHING;
    private int offset;
    private int length;

    /** An empty part. */
    public Span() {}

    void set(byte[] source, int offset, int length) {
        this.source = source;
        this.offset = offset;
        this.length = length;
    }

    void clear() {
        set(NOTHING, 0, 0);
    }

    /** The source is the part's own array: offsets that {@link #offset()} gave can be used in it. */
    byte[] source() {
        return source;
    }

    /**
     * Where the part begins.
     *
     * @return index of its first byte in the array that the view was given; 0 for a field that is not there
     */
    public int offset() {
        return offset;
    }

    /**
     * The number of bytes.
     *
     * @return the length; 0 for a field that is not there
     */
    public int length() {
        return length;
    }

    /**
     * Whether there are no bytes.
     *
     * @return true for a field that is empty or not there
     */
    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * One byte as an unsigned number.
     *
     * @param index its index within the part
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if there is no such byte
     */
    public int u8(int index) {
        return source[offset + Objects.checkIndex(index, length)] & 0xff;
    }

    /**
     * Two bytes as an unsigned number in network order.
     *
     * @param index index of the first within the part
     * @return 0 to 65,535
     * @throws IndexOutOfBoundsException if there are no such bytes
     */
    public int u16(int index) {
        int at = offset + Objects.checkIndex(index, length - 1);
        return (source[at] & 0xff) << 8 | (source[at + 1] & 0xff);
    }

    /**
     * Copies the part into an array of the caller's.
     *
     * @param into the array that receives the bytes
     * @param at index of the first byte there
     * @throws IndexOutOfBoundsException if there is no room
     */
    public void copyTo(byte[] into, int at) {
        System.arraycopy(source, offset, into, at, length);
    }

    /**
     * Puts the part into a digest.
     *
     * @param into the digest
     */
    public void digest(MessageDigest into) {
        into.update(source, offset, length);
    }

    /**
     * An immutable copy.
     *
     * @return the bytes as they are now
     */
    public Bytes toBytes() {
        return Bytes.copyOf(source, offset, length);
    }

    /** The bytes in hexadecimal digits, shortened. */
    @Override
    public String toString() {
        return toBytes().toString();
    }
}
