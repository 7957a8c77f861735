package dev.interloper.handshake.capture;

import dev.interloper.handshake.stream.PacketRef;

/** The TCP segment or UDP datagram that was decoded last: a view into the packet's buffer, good until the next one. */
final class PacketView {

    static final int TCP = 6;
    static final int UDP = 17;

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PSH = 0x08;
    static final int ACK = 0x10;

    byte[] buffer = new byte[0];
    /** 6 for TCP, 17 for UDP. */
    int protocol;

    int sourceAddress;
    int destinationAddress;
    int addressLength;
    /** Time to live, or hop limit. */
    int hopLimit;

    int sourcePort;
    int destinationPort;
    int sequence;
    int acknowledgement;
    int flags;
    int mss;
    int payload;
    int payloadCaptured;
    int payloadLength;
    long number;
    long arrivalNanos;

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    PacketRef packet() {
        return new PacketRef(number, arrivalNanos, payloadLength);
    }
}
