package dev.interloper.handshake.wire;

/**
 * What is wrong with some bytes, and where. Immutable.
 *
 * @param offset index, in bytes, of the place within the structure that was being read
 * @param path names of the fields that lead there, outermost first, joined by dots: {@code ClientHello.extensions}
 * @param expected what should have stood there
 * @param found what stood there
 * @since 0.1
 */
public record Malformation(int offset, String path, String expected, String found) {

    /** One sentence: {@code at byte 43 of ClientHello.session_id: expected 80 bytes, found 12}. */
    @Override
    public String toString() {
        return "at byte " + offset + " of " + path + ": expected " + expected + ", found " + found;
    }
}
