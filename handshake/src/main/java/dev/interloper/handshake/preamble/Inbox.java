package dev.interloper.handshake.preamble;

import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One direction's bytes that have come and are not understood yet. Remembers how far it was searched. */
final class Inbox {

    /** The answer of a search that needs more bytes. */
    static final int MORE = 0;

    /** The answer of a search that will never succeed. */
    static final int NEVER = -1;

    private static final byte[] NOTHING = new byte[0];

    private byte[] buffer = NOTHING;
    private int start;
    private int end;
    private int searched;
    private long taken;
    private long skip;

    void add(byte[] bytes, int offset, int length) {
        int skipped = (int) Math.min(skip, length);
        skip -= skipped;
        taken += skipped;
        int added = length - skipped;
        if (added == 0) {
            return;
        }
        if (end + added > buffer.length) {
            byte[] target = available() + added > buffer.length
                    ? new byte[Math.max(available() + added, 2 * available())]
                    : buffer;
            System.arraycopy(buffer, start, target, 0, available());
            end -= start;
            start = 0;
            buffer = target;
        }
        System.arraycopy(bytes, offset + skipped, buffer, end, added);
        end += added;
    }

    int available() {
        return end - start;
    }

    /** How many bytes of the direction are understood. */
    long position() {
        return taken;
    }

    /** One of the bytes that are not understood yet; to be asked only for one that is there. */
    int u8(int index) {
        return buffer[start + index] & 0xff;
    }

    int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    int u24(int index) {
        return u8(index) << 16 | u16(index + 1);
    }

    Bytes bytes(int index, int length) {
        return Bytes.copyOf(buffer, start + index, length);
    }

    String latin1(int index, int length) {
        return new String(buffer, start + index, length, StandardCharsets.ISO_8859_1);
    }

    /** Passes over bytes, of which some may still have to come. */
    void take(long length) {
        int here = (int) Math.min(length, available());
        start += here;
        taken += here;
        skip = length - here;
        searched = 0;
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    /** Length of the first line with its line feed, {@link #MORE}, or {@link #NEVER} if a byte is not text. */
    int textLine() {
        for (int at = searched; at < available(); at++) {
            int value = u8(at);
            if (value == '\n') {
                return at + 1;
            }
            if ((value < ' ' && value != '\r' && value != '\t') || value == 0x7f) {
                return NEVER;
            }
            searched = at + 1;
        }
        return MORE;
    }

    /** Length up to and with the first byte of some value, or {@link #MORE}. */
    int through(int wanted) {
        for (int at = searched; at < available(); at++) {
            if (u8(at) == wanted) {
                return at + 1;
            }
            searched = at + 1;
        }
        return MORE;
    }

    /** Length of a block of lines with the empty line that ends it, or {@link #MORE}. */
    int head() {
        for (int at = Math.max(0, searched - 2); at + 1 < available(); at++) {
            if (u8(at) == '\n' && u8(at + 1) == '\n') {
                return at + 2;
            }
            if (u8(at) == '\n' && u8(at + 1) == '\r' && at + 2 < available() && u8(at + 2) == '\n') {
                return at + 3;
            }
        }
        searched = available();
        return MORE;
    }

    /** Whether the bytes start with others, as far as they have come. */
    Fit startsWith(byte[] prefix) {
        for (int i = 0; i < Math.min(prefix.length, available()); i++) {
            if (buffer[start + i] != prefix[i]) {
                return Fit.NO;
            }
        }
        return available() >= prefix.length ? Fit.YES : Fit.PERHAPS;
    }

    Fit startsWith(String prefix) {
        return startsWith(prefix.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] rest() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    void release() {
        buffer = NOTHING;
        start = 0;
        end = 0;
        searched = 0;
    }

    int footprint() {
        return buffer.length;
    }
}
