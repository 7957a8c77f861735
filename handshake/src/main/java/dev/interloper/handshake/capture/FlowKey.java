package dev.interloper.handshake.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Both ends of a connection, in an order that does not depend on who sends. Mutable only as the table's probe. */
final class FlowKey {

    private long lowHigh;
    private long lowLow;
    private long highHigh;
    private long highLow;
    private int ports;
    private int addressLength;
    private boolean sourceIsLow;

    /** Points the key at a packet's ends. */
    void set(PacketView tcp) {
        long sourceHigh = high(tcp, tcp.sourceAddress);
        long sourceLow = low(tcp, tcp.sourceAddress);
        long destinationHigh = high(tcp, tcp.destinationAddress);
        long destinationLow = low(tcp, tcp.destinationAddress);
        sourceIsLow =
                compare(sourceHigh, sourceLow, tcp.sourcePort, destinationHigh, destinationLow, tcp.destinationPort)
                        <= 0;
        addressLength = tcp.addressLength;
        lowHigh = sourceIsLow ? sourceHigh : destinationHigh;
        lowLow = sourceIsLow ? sourceLow : destinationLow;
        highHigh = sourceIsLow ? destinationHigh : sourceHigh;
        highLow = sourceIsLow ? destinationLow : sourceLow;
        ports = sourceIsLow ? tcp.sourcePort << 16 | tcp.destinationPort : tcp.destinationPort << 16 | tcp.sourcePort;
    }

    /** Whether the packet that {@link #set} saw was sent by the lower end. */
    boolean sourceIsLow() {
        return sourceIsLow;
    }

    FlowKey copy() {
        FlowKey copy = new FlowKey();
        copy.lowHigh = lowHigh;
        copy.lowLow = lowLow;
        copy.highHigh = highHigh;
        copy.highLow = highLow;
        copy.ports = ports;
        copy.addressLength = addressLength;
        return copy;
    }

    InetAddress lowAddress() {
        return address(lowHigh, lowLow);
    }

    InetAddress highAddress() {
        return address(highHigh, highLow);
    }

    int lowPort() {
        return ports >>> 16;
    }

    int highPort() {
        return ports & 0xffff;
    }

    private InetAddress address(long high, long low) {
        byte[] bytes = new byte[addressLength];
        for (int i = 0; i < addressLength; i++) {
            int fromEnd = addressLength - 1 - i;
            bytes[i] = (byte) (fromEnd >= 8 ? high >>> (8 * (fromEnd - 8)) : low >>> (8 * fromEnd));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + addressLength + " bytes", e);
        }
    }

    private static long high(PacketView tcp, int at) {
        return tcp.addressLength == 16 ? number(tcp.buffer, at, 8) : 0;
    }

    private static long low(PacketView tcp, int at) {
        return tcp.addressLength == 16 ? number(tcp.buffer, at + 8, 8) : number(tcp.buffer, at, 4);
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | (bytes[at + i] & 0xff);
        }
        return number;
    }

    private static int compare(long aHigh, long aLow, int aPort, long bHigh, long bLow, int bPort) {
        int byHigh = Long.compareUnsigned(aHigh, bHigh);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(aLow, bLow);
        return byLow != 0 ? byLow : Integer.compare(aPort, bPort);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowKey that
                && lowLow == that.lowLow
                && ports == that.ports
                && highLow == that.highLow
                && lowHigh == that.lowHigh
                && highHigh == that.highHigh
                && addressLength == that.addressLength;
    }

    @Override
    public int hashCode() {
        long mixed = lowLow * 0x9e3779b97f4a7c15L + highLow * 0xc2b2ae3d27d4eb4fL + ports * 0x165667b19e3779f9L;
        mixed += lowHigh * 31 + highHigh;
        return (int) (mixed ^ mixed >>> 32);
    }
}
