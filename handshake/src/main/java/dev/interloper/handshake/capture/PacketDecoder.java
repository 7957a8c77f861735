package dev.interloper.handshake.capture;

/**
 * Link layer → tunnels → IP → TCP or UDP, without copying, down to the innermost. To teach it a header, see {@link LinkLayers} (by the
 * capture's link type), {@link EtherTypes}, {@link IpProtocols} and {@link UdpTunnels}. Lengths come from the IP header where it
 * knows better than the frame: padding is not payload. What does not parse is not read; nothing is thrown.
 */
final class PacketDecoder {

    private final Frame frame = new Frame();

    /** Decodes a packet; false if it holds no TCP or UDP that can be read, or only a fragment that others must complete. */
    boolean decode(RawPacket packet, PacketView view) {
        frame.set(packet, view);
        return LinkLayers.decode(frame, packet.linkType, packet.offset) == Outcome.FOUND;
    }
}
