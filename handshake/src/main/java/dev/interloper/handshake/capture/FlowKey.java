package dev.interloper.handshake.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Both ends of the packet that was decoded last, in an order that does not depend on who sends. */
final class FlowKey {

    long lowHigh;
    long lowLow;
    long highHigh;
    long highLow;
    int ports;
    /** Address length and protocol. */
    int kind;

    private boolean sourceIsLow;

    /** Points the key at a packet's ends. */
    void set(PacketView packet) {
        byte[] bytes = packet.buffer;
        boolean isV6 = packet.addressLength == 16;
        long sourceHigh = isV6 ? i64(bytes, packet.sourceAddress) : 0;
        long sourceLow = isV6 ? i64(bytes, packet.sourceAddress + 8) : i32(bytes, packet.sourceAddress);
        long destinationHigh = isV6 ? i64(bytes, packet.destinationAddress) : 0;
        long destinationLow = isV6 ? i64(bytes, packet.destinationAddress + 8) : i32(bytes, packet.destinationAddress);
        sourceIsLow = compare(
                        sourceHigh,
                        sourceLow,
                        packet.sourcePort,
                        destinationHigh,
                        destinationLow,
                        packet.destinationPort)
                <= 0;
        kind = packet.addressLength << 8 | packet.protocol;
        lowHigh = sourceIsLow ? sourceHigh : destinationHigh;
        lowLow = sourceIsLow ? sourceLow : destinationLow;
        highHigh = sourceIsLow ? destinationHigh : sourceHigh;
        highLow = sourceIsLow ? destinationLow : sourceLow;
        ports = sourceIsLow
                ? packet.sourcePort << 16 | packet.destinationPort
                : packet.destinationPort << 16 | packet.sourcePort;
    }

    private static long i64(byte[] bytes, int at) {
        return (long) i32(bytes, at) << 32 | (i32(bytes, at + 4) & 0xffff_ffffL);
    }

    private static int i32(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    }

    /** Whether the packet that {@link #set} saw was sent by the lower end. */
    boolean sourceIsLow() {
        return sourceIsLow;
    }

    int hash() {
        return hash(lowHigh, lowLow, highHigh, highLow, ports);
    }

    static int hash(long lowHigh, long lowLow, long highHigh, long highLow, int ports) {
        long mixed = lowLow * 0x9e3779b97f4a7c15L + highLow * 0xc2b2ae3d27d4eb4fL + ports * 0x165667b19e3779f9L;
        mixed += lowHigh * 31 + highHigh;
        mixed ^= mixed >>> 32;
        return (int) (mixed ^ mixed >>> 15);
    }

    static InetAddress address(long high, long low, int kind) {
        byte[] bytes = new byte[kind >>> 8];
        for (int i = 0; i < bytes.length; i++) {
            int fromEnd = bytes.length - 1 - i;
            bytes[i] = (byte) (fromEnd >= 8 ? high >>> (8 * (fromEnd - 8)) : low >>> (8 * fromEnd));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    private static int compare(long aHigh, long aLow, int aPort, long bHigh, long bLow, int bPort) {
        int byHigh = Long.compareUnsigned(aHigh, bHigh);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(aLow, bLow);
        return byLow != 0 ? byLow : Integer.compare(aPort, bPort);
    }
}
