package dev.interloper.handshake;

import dev.interloper.handshake.message.CertificateView;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
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
     * Reads the body as a ClientHello.
     *
     * @param into the view that is to show it, as long as this one does
     * @return false if the body is malformed; what was understood is shown all the same
     */
    public boolean read(ClientHelloView into) {
        return into.reset(buffer, offset, length, protocol == Protocol.DTLS);
    }

    /**
     * Reads the body as a ServerHello.
     *
     * @param into the view that is to show it, as long as this one does
     * @return false if the body is malformed; what was understood is shown all the same
     */
    public boolean read(ServerHelloView into) {
        return into.reset(buffer, offset, length);
    }

    /**
     * Reads the body as a Certificate message of the connection's version.
     *
     * @param into the view that is to show it, as long as this one does
     * @return false if the body is malformed; what was understood is shown all the same
     */
    public boolean read(CertificateView into) {
        boolean tls13 = new TlsVersion(version).isTls13();
        return into.reset(buffer, offset, length, tls13 ? CertificateView.Form.ENTRIES : CertificateView.Form.LIST);
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
