package dev.interloper.handshake.wire;

import org.jspecify.annotations.Nullable;

/**
 * A bounded cursor over bytes in network order: the only way that this library reads a structure.
 *
 * <p>Every read first checks that the bytes are there; a length-prefixed vector narrows the window, so that no nested length
 * can reach outside the one around it. Nothing is copied or allocated for a declared length before the check. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class WireReader {

    private final byte[] source;
    private final int start;
    private final int end;
    private final int base;
    private final @Nullable String path;
    private int position;

    WireReader(byte[] source, int offset, int length) {
        this(source, offset, offset + length, offset, null);
    }

    private WireReader(byte[] source, int start, int end, int base, @Nullable String path) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.base = base;
        this.path = path;
        this.position = start;
    }

    /**
     * The same window under a name, which starts the path of every error.
     *
     * @param name the structure's name
     * @return a reader at the same place
     */
    public WireReader named(String name) {
        return new WireReader(source, position, end, base, path == null ? name : path + "." + name);
    }

    /**
     * Bytes that are left in the window.
     *
     * @return 0 at its end
     */
    public int remaining() {
        return end - position;
    }

    /**
     * Whether anything is left in the window.
     *
     * @return false at its end
     */
    public boolean hasRemaining() {
        return position < end;
    }

    /**
     * An 8-bit number.
     *
     * @param field its name, for errors
     * @return 0 to 255
     * @throws MalformedException if the window is at its end
     */
    public int u8(String field) throws MalformedException {
        require(1, field);
        return source[position++] & 0xff;
    }

    /**
     * A 16-bit number.
     *
     * @param field its name, for errors
     * @return 0 to 65,535
     * @throws MalformedException if fewer than two bytes are left
     */
    public int u16(String field) throws MalformedException {
        require(2, field);
        int value = (source[position] & 0xff) << 8 | (source[position + 1] & 0xff);
        position += 2;
        return value;
    }

    /**
     * A 24-bit number.
     *
     * @param field its name, for errors
     * @return 0 to 16,777,215
     * @throws MalformedException if fewer than three bytes are left
     */
    public int u24(String field) throws MalformedException {
        require(3, field);
        int value =
                (source[position] & 0xff) << 16 | (source[position + 1] & 0xff) << 8 | (source[position + 2] & 0xff);
        position += 3;
        return value;
    }

    /**
     * A 32-bit number.
     *
     * @param field its name, for errors
     * @return 0 to 4,294,967,295
     * @throws MalformedException if fewer than four bytes are left
     */
    public long u32(String field) throws MalformedException {
        return (long) u16(field) << 16 | u16(field);
    }

    /**
     * A number of bytes.
     *
     * @param length how many
     * @param field their name, for errors
     * @return a copy of them
     * @throws MalformedException if fewer are left
     */
    public Bytes bytes(int length, String field) throws MalformedException {
        require(length, field);
        Bytes value = Bytes.copyOf(source, position, length);
        position += length;
        return value;
    }

    /**
     * All bytes that are left.
     *
     * @return a copy of them, perhaps empty
     */
    public Bytes rest() {
        Bytes value = Bytes.copyOf(source, position, end - position);
        position = end;
        return value;
    }

    /**
     * A vector behind an 8-bit length.
     *
     * @param field its name, for errors
     * @return a reader over exactly its contents
     * @throws MalformedException if the length reaches beyond the window
     */
    public WireReader vector8(String field) throws MalformedException {
        return window(u8(field), field);
    }

    /**
     * A vector behind a 16-bit length.
     *
     * @param field its name, for errors
     * @return a reader over exactly its contents
     * @throws MalformedException if the length reaches beyond the window
     */
    public WireReader vector16(String field) throws MalformedException {
        return window(u16(field), field);
    }

    /**
     * A vector behind a 24-bit length.
     *
     * @param field its name, for errors
     * @return a reader over exactly its contents
     * @throws MalformedException if the length reaches beyond the window
     */
    public WireReader vector24(String field) throws MalformedException {
        return window(u24(field), field);
    }

    /**
     * Checks that the window has been read to its end.
     *
     * @param field what ends here, for errors
     * @throws MalformedException if bytes are left
     */
    public void requireEnd(String field) throws MalformedException {
        if (hasRemaining()) {
            throw malformed(field, "no more bytes", remaining() + " more");
        }
    }

    /**
     * An error at the current place, for a rule that a caller checks.
     *
     * @param field the field's name
     * @param expected what should have stood there
     * @param found what stood there
     * @return the exception, to be thrown
     */
    public MalformedException malformed(String field, String expected, String found) {
        return new MalformedException(new Malformation(position - base, join(field), expected, found));
    }

    private WireReader window(int length, String field) throws MalformedException {
        require(length, field);
        WireReader inner = new WireReader(source, position, position + length, base, join(field));
        position += length;
        return inner;
    }

    private void require(int length, String field) throws MalformedException {
        if (length > end - position) {
            throw malformed(field, length == 1 ? "1 byte" : length + " bytes", String.valueOf(end - position));
        }
    }

    private String join(String field) {
        return path == null ? field : path + "." + field;
    }

    /** Where the reader stands: {@code byte 12 of 40}. */
    @Override
    public String toString() {
        return "byte " + (position - start) + " of " + (end - start);
    }
}
