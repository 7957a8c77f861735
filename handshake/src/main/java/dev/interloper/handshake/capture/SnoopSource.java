package dev.interloper.handshake.capture;

/** The snoop format of Solaris (RFC 1761). */
final class SnoopSource implements PacketSource {

    static final long MAGIC = 0x736e6f6fL; // snoo
    static final long MAGIC_REST = 0x70000000L; // p and zeros

    private static final int FILE_HEADER = 16;
    private static final int PACKET_HEADER = 24;

    private final CaptureInput in;
    private final int linkType;
    private long packets;

    SnoopSource(CaptureInput in) throws CaptureException {
        this.in = in;
        in.littleEndian(false);
        in.require(FILE_HEADER, "the snoop file header");
        long link = in.u32(12);
        linkType = link == 0 || link == 4 ? 1 : link == 8 ? 10 : -1; // 802.3 and Ethernet; FDDI
        in.skip(FILE_HEADER);
    }

    @Override
    public String format() {
        return "snoop";
    }

    @Override
    public boolean next(RawPacket packet) throws CaptureException {
        if (in.fill(1) == 0) {
            return false;
        }
        in.require(PACKET_HEADER, "a packet header");
        long captured = in.u32(4);
        long record = in.u32(8);
        if (captured > MAX_PACKET || record < PACKET_HEADER + captured || record > PACKET_HEADER + 2L * MAX_PACKET) {
            throw new CaptureException(
                    CaptureProblem.Kind.MALFORMED,
                    in.offset() + 4,
                    "a packet header says " + captured + " captured bytes in a record of " + record);
        }
        packet.capturedLength = (int) captured;
        packet.originalLength = (int) Math.min(Math.max(in.u32(0), captured), Integer.MAX_VALUE);
        packet.arrivalNanos = in.u32(16) * 1_000_000_000L + in.u32(20) * 1000;
        in.require((int) record, "packet " + (packets + 1));
        packet.buffer = in.buffer();
        packet.offset = in.position() + PACKET_HEADER;
        packet.linkType = linkType;
        packet.number = ++packets;
        in.skip((int) record);
        return true;
    }
}
