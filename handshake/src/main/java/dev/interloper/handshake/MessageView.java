package dev.interloper.handshake;

import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A handshake message where it lies in the reader's buffers: the same object for each message, good until the listener returns.
 * Not thread-safe.
 *
 * @since 0.1
 */
public final class MessageView {

    private Protocol protocol = Protocol.TLS;
    private Direction direction = Direction.CLIENT_TO_SERVER;
    private int type;
    private int version;
    private byte[] buffer = new byte[0];
    private int offset;
    private int length;

    MessageView() {}

    void set(Protocol newProtocol, Direction newDirection, int newType, int newVersion) {
        protocol = newProtocol;
        direction = newDirection;
        type = newType;
        version = newVersion;
    }

    void body(byte[] newBuffer, int newOffset, int newLength) {
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
    }

    /**
     * What carries the message.
     *
     * @return the protocol
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Which way the message travelled.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * The message's type.
     *
     * @return its number in the IANA "TLS HandshakeType" registry, such as {@link HandshakeType#CLIENT_HELLO}'s 1
     */
    public int type() {
        return type;
    }

    /**
     * The version that the connection has negotiated, this message included if it is the ServerHello.
     *
     * @return its 16-bit number; 0 as long as no ServerHello was seen
     */
    public int version() {
        return version;
    }

    /**
     * The length of the body, without the handshake header.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /**
     * One byte of the body.
     *
     * @param index from 0
     * @return the byte, 0 to 255
     * @throws IndexOutOfBoundsException if the body is shorter
     */
    public int at(int index) {
        return buffer[offset + Objects.checkIndex(index, length)] & 0xff;
    }

    /**
     * Puts a part of the body into a digest.
     *
     * @param into the digest
     * @param from index of the first byte
     * @param count how many bytes
     * @throws IndexOutOfBoundsException if the body is shorter
     */
    public void digest(MessageDigest into, int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        into.update(buffer, offset + from, count);
    }

    /**
     * A copy of the body, for keeping.
     *
     * @return the bytes
     */
    public Bytes copy() {
        return Bytes.copyOf(buffer, offset, length);
    }

    /** Type and length. */
    @Override
    public String toString() {
        return new HandshakeType(type) + " (" + length + " bytes)";
    }
}
