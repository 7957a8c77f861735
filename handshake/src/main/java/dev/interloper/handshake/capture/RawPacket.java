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
}
