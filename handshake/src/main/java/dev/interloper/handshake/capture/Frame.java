package dev.interloper.handshake.capture;

/**
 * A packet while its headers are taken off, one after the other: the bytes that were captured, and where the packet ended on the
 * wire, which a capture may not reach. Each header's lengths narrow both. Where a header begins is passed along.
 */
final class Frame {

    /** Headers within headers: more than any real stack of tunnels, and the bound of what a made-up one may cost. */
    private static final int MAX_LAYERS = 32;

    /** A file may say anything of what it does not hold. */
    private static final int MAX_MISSING = 1 << 24;

    private final FragmentReassembler fragments = new FragmentReassembler();
    private int layers;

    byte[] bytes = new byte[0];
    /** Index behind the last byte that was captured. */
    int end;
    /** Index behind the last byte that was sent. */
    int wireEnd;
    /** Whether this is the guess that a UDP datagram holds a tunnel: headers within must be free of doubt. */
    boolean doubtful;

    PacketView view = new PacketView();

    void set(RawPacket packet, PacketView into) {
        bytes = packet.buffer;
        end = packet.offset + packet.capturedLength;
        wireEnd = end + Math.min(packet.originalLength - packet.capturedLength, MAX_MISSING);
        doubtful = false;
        layers = 0;
        view = into;
        into.number = packet.number;
        into.arrivalNanos = packet.arrivalNanos;
    }

    /** The datagram that fragments made: its bytes take the packet's place. */
    void replace(byte[] datagram) {
        bytes = datagram;
        end = datagram.length;
        wireEnd = datagram.length;
    }

    FragmentReassembler fragments() {
        return fragments;
    }

    /** Counts a header; false if there are too many. */
    boolean enter() {
        return ++layers <= MAX_LAYERS;
    }

    /** A header says where its packet ends: what follows is padding. */
    void narrow(int wireEndOfPacket) {
        wireEnd = Math.min(wireEnd, wireEndOfPacket); // a frame cannot carry more than it has, whatever a header says
        end = Math.min(end, wireEndOfPacket);
    }

    boolean has(int at, int length) {
        return length <= end - at;
    }

    int u8(int at) {
        return bytes[at] & 0xff;
    }

    int u16(int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    int i32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }
}
