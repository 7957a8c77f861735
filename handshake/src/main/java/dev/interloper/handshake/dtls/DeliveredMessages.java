package dev.interloper.handshake.dtls;

import dev.interloper.handshake.wire.Bytes;

/**
 * Knows the last messages of a direction again when they are sent again. What has the same number but other contents is another
 * message: stacks that answer a HelloVerifyRequest with number 0 again, and a second handshake between the same ports.
 */
final class DeliveredMessages {

    private static final int REMEMBERED = 64;

    private final long[] headers = new long[REMEMBERED];
    private final long[] marks = new long[REMEMBERED];
    private int size;
    private int next;

    /** Whether a message is new; it no longer is afterwards. */
    boolean add(int epoch, FragmentHeader header, Bytes body) {
        long mark = mark(headerMark(epoch, header), body);
        if (contains(marks, mark)) {
            return false;
        }
        headers[next] = headerMark(epoch, header);
        marks[next] = mark;
        next = (next + 1) % REMEMBERED;
        size = Math.min(size + 1, REMEMBERED);
        return true;
    }

    /** Whether a message with this number, type and length was there, whatever its contents. */
    boolean knows(int epoch, FragmentHeader header) {
        return contains(headers, headerMark(epoch, header));
    }

    private boolean contains(long[] in, long mark) {
        for (int i = 0; i < size; i++) {
            if (in[i] == mark) {
                return true;
            }
        }
        return false;
    }

    private static long headerMark(int epoch, FragmentHeader header) {
        return (long) epoch << 48 | (long) header.sequence() << 32 | (long) header.type() << 24 | header.length();
    }

    /** FNV-1a, 64 bits. */
    private static long mark(long headerMark, Bytes body) {
        long hash = 0xcbf29ce484222325L;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            hash = mix(hash, (int) (headerMark >> shift));
        }
        for (int i = 0; i < body.length(); i++) {
            hash = mix(hash, body.at(i));
        }
        return hash;
    }

    private static long mix(long hash, int value) {
        return (hash ^ (value & 0xff)) * 0x100000001b3L;
    }
}
