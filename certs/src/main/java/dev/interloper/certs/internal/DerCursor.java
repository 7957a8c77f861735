package dev.interloper.certs.internal;

import java.util.Arrays;

/**
 * A bounded cursor over DER. It never recurses, never reads outside its window and throws nothing but
 * {@link DerException}. Raw slices come out exactly as they went in, which decoded objects do not promise.
 */
public final class DerCursor {
    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int OID = 0x06;
    public static final int BOOLEAN = 0x01;
    public static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private final int end;
    private int position;

    private DerCursor(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    public static DerCursor over(byte[] bytes) {
        return new DerCursor(bytes, 0, bytes.length);
    }

    public boolean hasMore() {
        return position < end;
    }

    /** Tag octet of the next element, or -1 at the end of the window. */
    public int peekTag() {
        return hasMore() ? bytes[position] & 0xff : -1;
    }

    /** Steps over the next element, which must have this tag, and gives a cursor over its content. */
    public DerCursor enter(int tag) throws DerException {
        int found = peekTag();
        if (found != tag) {
            throw new DerException(
                    position, String.format("expected tag %02x, found %s", tag, found < 0 ? "the end" : hex(found)));
        }
        return enter();
    }

    /** Steps over the next element, whatever its tag, and gives a cursor over its content. */
    public DerCursor enter() throws DerException {
        int tagAt = position;
        if ((next() & 0x1f) == 0x1f) {
            throw new DerException(tagAt, "tag numbers above 30 do not occur in certificates");
        }
        int length = length();
        int start = position;
        if (length > end - start) {
            throw new DerException(tagAt, "length " + length + " reaches beyond the " + (end - start) + " bytes left");
        }
        position = start + length;
        return new DerCursor(bytes, start, position);
    }

    /** The next element whole: tag, length and content. */
    public byte[] element() throws DerException {
        int start = position;
        enter();
        return Arrays.copyOfRange(bytes, start, position);
    }

    /** What is left of the window. */
    public byte[] rest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    private int length() throws DerException {
        int at = position;
        int first = next();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > 4) {
            throw new DerException(at, "a length of " + count + " octets is not DER");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | next();
        }
        if (length < 0) {
            throw new DerException(at, "length above 2^31");
        }
        return length;
    }

    private int next() throws DerException {
        if (!hasMore()) {
            throw new DerException(position, "expected another octet, found the end");
        }
        return bytes[position++] & 0xff;
    }

    private static String hex(int tag) {
        return String.format("%02x", tag);
    }
}
