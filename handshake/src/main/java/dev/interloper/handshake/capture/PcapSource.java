package dev.interloper.handshake.capture;

/** The classic libpcap format: micro- or nanoseconds, either byte order (draft-ietf-opsawg-pcap). */
final class PcapSource implements PacketSource {

    static final long MAGIC_MICROS = 0xa1b2c3d4L;
    static final long MAGIC_NANOS = 0xa1b23c4dL;

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;

    private final CaptureInput in;
    private final long nanosPerTick;
    private final int linkType;
    private long packets;

    /** Reads the file header; the input's byte order is set already. */
    PcapSource(CaptureInput in) throws CaptureException {
        this.in = in;
        in.require(FILE_HEADER, "the pcap file header");
        nanosPerTick = in.u32(0) == MAGIC_NANOS ? 1 : 1000;
        linkType = (int) (in.u32(20) & 0x03ff_ffffL); // the bits above tell of a frame check sequence
        in.skip(FILE_HEADER);
    }

    @Override
    public String format() {
        return "pcap";
    }

    @Override
    public boolean next(RawPacket packet) throws CaptureException {
        if (in.fill(1) == 0) {
            return false;
        }
        in.require(PACKET_HEADER, "a packet header");
        long captured = in.u32(8);
        if (captured > MAX_PACKET) {
            throw new CaptureException(
                    CaptureProblem.Kind.MALFORMED,
                    in.offset() + 8,
                    "a packet header says " + captured + " captured bytes; no packet has more than " + MAX_PACKET);
        }
        packet.arrivalNanos = in.u32(0) * 1_000_000_000L + in.u32(4) * nanosPerTick;
        packet.capturedLength = (int) captured;
        packet.originalLength = (int) Math.min(Math.max(in.u32(12), captured), Integer.MAX_VALUE);
        in.require(PACKET_HEADER + packet.capturedLength, "packet " + (packets + 1));
        packet.buffer = in.buffer();
        packet.offset = in.position() + PACKET_HEADER;
        packet.linkType = linkType;
        packet.number = ++packets;
        in.skip(PACKET_HEADER + packet.capturedLength);
        return true;
    }
}
