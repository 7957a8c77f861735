package dev.interloper.handshake.capture;

/** The packet that was read last: a view into the reader's buffer, good until the next one is read. */
final class RawPacket {

    byte[] buffer = new byte[0];
    int offset;
    int capturedLength;
    int originalLength;
    int linkType;
    long number;
    long arrivalNanos;

    /** Becomes another packet, whose bytes lie in a buffer from an index on. */
    void view(RawPacket other, byte[] bytes, int from) {
        buffer = bytes;
        offset = from;
        capturedLength = other.capturedLength;
        originalLength = other.originalLength;
        linkType = other.linkType;
        number = other.number;
        arrivalNanos = other.arrivalNanos;
    }
}
