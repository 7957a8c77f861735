package dev.interloper.handshake.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Walks a block of extensions in place (RFC 8446 section 4.2), in the order of the wire and with repetitions. Good until the next
 * reset of the view that it belongs to. Not thread-safe.
 *
 * @since 0.1
 */
public final class ExtensionCursor {

    /** What a block's parts are called in errors, joined once. */
    record Paths(String block, String type, String data) {

        static Paths of(String message) {
            String block = message + ".extensions";
            return new Paths(block, block + ".extension_type", block + ".extension_data");
        }
    }

    private final Span block = new Span();
    private final Span data = new Span();
    private int readable;
    private int next;
    private int type = -1;

    ExtensionCursor() {}

    Span block() {
        return block;
    }

    void clear() {
        block.clear();
        readable = 0;
        rewind();
    }

    /** Takes the block that stands at a place in a certificate list, none if its length reaches beyond. */
    void over(Span list, int place) {
        clear();
        int left = list.length() - place - 2;
        if (left >= 0 && list.u16(place) <= left) {
            block.set(list.source(), list.offset() + place + 2, list.u16(place));
            scan();
        }
    }

    /** Finds out how far the block can be read, and what is wrong there. */
    void check(BodyCursor body, Paths paths) {
        scan();
        int left = block.length() - readable;
        int place = block.offset() + readable;
        if (left == 1) {
            body.wrong(place, paths.type(), 2, left);
        } else if (left == 2 || left == 3) {
            body.wrong(place + 2, paths.data(), 2, left - 2);
        } else if (left > 0) {
            body.wrong(place + 4, paths.data(), block.u16(readable + 2), left - 4);
        }
    }

    private void scan() {
        int place = 0;
        while (block.length() - place >= 4 && block.u16(place + 2) <= block.length() - place - 4) {
            place += 4 + block.u16(place + 2);
        }
        readable = place;
        rewind();
    }

    /** Goes back before the first extension. */
    public void rewind() {
        next = 0;
        type = -1;
        data.clear();
    }

    /**
     * Goes to the next extension.
     *
     * @return false behind the last one that could be read
     */
    public boolean next() {
        if (next >= readable) {
            return false;
        }
        type = block.u16(next);
        int length = block.u16(next + 2);
        data.set(block.source(), block.offset() + next + 4, length);
        next += 4 + length;
        return true;
    }

    /**
     * The current extension's 16-bit number.
     *
     * @return -1 before the first
     */
    public int type() {
        return type;
    }

    /**
     * The current extension's contents.
     *
     * @return the same object each time
     */
    public Span data() {
        return data;
    }

    /**
     * Whether there is an extension; the cursor stays where it is.
     *
     * @param number its 16-bit number
     * @return true if there is at least one
     */
    public boolean contains(int number) {
        return place(number) >= 0;
    }

    /**
     * Looks for an extension; the cursor stays where it is.
     *
     * @param number its 16-bit number
     * @param into set to the contents of the first one of that number; untouched if there is none
     * @return true if there is one
     */
    public boolean find(int number, Span into) {
        int place = place(number);
        if (place >= 0) {
            into.set(block.source(), block.offset() + place + 4, block.u16(place + 2));
        }
        return place >= 0;
    }

    /** Immutable copies of all extensions. */
    List<Extension> copies() {
        List<Extension> copies = new ArrayList<>();
        rewind();
        while (next()) {
            copies.add(new Extension(type, data.toBytes()));
        }
        return Collections.unmodifiableList(copies);
    }

    private int place(int number) {
        for (int place = 0; place < readable; place += 4 + block.u16(place + 2)) {
            if (block.u16(place) == number) {
                return place;
            }
        }
        return -1;
    }

    /** The current extension's number and length. */
    @Override
    public String toString() {
        return type < 0 ? "before the first extension" : "extension " + type + " (" + data.length() + " bytes)";
    }
}
