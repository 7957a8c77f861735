package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.Malformation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cursor over a body in place, which describes what is wrong instead of throwing it, and allocates for nothing else. The
 * first thing that is wrong ends the reading: further reads fail without hiding it.
 */
final class BodyCursor {

    private static final byte[] NOTHING = {};

    private byte[] own = NOTHING;
    private byte[] source = NOTHING;
    private int base;
    private int end;
    private int position;
    private @Nullable Malformation malformation;

    void reset(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        source = buffer;
        base = offset;
        end = offset + length;
        position = offset;
        malformation = null;
    }

    /** Reads a copy, for nothing may reach into an immutable value; the room for it is kept. */
    byte[] own(Bytes body) {
        if (own.length < body.length()) {
            own = new byte[body.length()];
        }
        body.copyTo(0, own, 0, body.length());
        return own;
    }

    byte[] source() {
        return source;
    }

    int position() {
        return position;
    }

    void position(int place) {
        position = place;
    }

    int end() {
        return end;
    }

    @Nullable
    Malformation malformation() {
        return malformation;
    }

    /** Whether so many bytes are left before a limit; if not, that is what is wrong. */
    boolean has(int length, int limit, String path) {
        if (malformation == null && limit - position < length) {
            wrong(position, path, length, limit - position);
        }
        return malformation == null;
    }

    void wrong(int place, String path, int expected, int found) {
        String bytes = expected == 1 ? "1 byte" : expected + " bytes";
        malformation = new Malformation(place - base, path, bytes, String.valueOf(found));
    }

    /** Valid after {@link #has}. */
    int u8() {
        return source[position++] & 0xff;
    }

    /** Valid after {@link #has}. */
    int u16() {
        return u8() << 8 | u8();
    }

    /** Valid after {@link #has}. */
    int u24() {
        return u8() << 16 | u16();
    }

    boolean span(int length, int limit, String path, Span into) {
        if (!has(length, limit, path)) {
            return false;
        }
        into.set(source, position, length);
        position += length;
        return true;
    }

    boolean vector8(int limit, String path, Span into) {
        return has(1, limit, path) && span(u8(), limit, path, into);
    }

    boolean vector16(int limit, String path, Span into) {
        return has(2, limit, path) && span(u16(), limit, path, into);
    }

    boolean vector24(int limit, String path, Span into) {
        return has(3, limit, path) && span(u24(), limit, path, into);
    }

    /** Reads a block of extensions; those before an error stay. */
    boolean extensions(int limit, ExtensionCursor.Paths paths, ExtensionCursor into) {
        if (!vector16(limit, paths.block(), into.block())) {
            return false;
        }
        into.check(this, paths);
        return malformation == null;
    }

    void requireEnd(String path) {
        if (malformation == null && position < end) {
            malformation = new Malformation(position - base, path, "no more bytes", (end - position) + " more");
        }
    }
}
