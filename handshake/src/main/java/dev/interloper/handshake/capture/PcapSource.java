package dev.interloper.handshake.capture;

/**
 * The classic libpcap format: micro- or nanoseconds, either byte order (draft-ietf-opsawg-pcap); also a patched one of old Linux
 * systems, whose packet headers tell the interface, and IXIA's, which tells a size.
 */
final class PcapSource implements PacketSource {

    static final long MAGIC_MICROS = 0xa1b2c3d4L;
    static final long MAGIC_NANOS = 0xa1b23c4dL;

    static final long MAGIC_PATCHED = 0xa1b2cd34L;
    static final long MAGIC_IXIA_MICROS = 0x1c0001abL;
    static final long MAGIC_IXIA_NANOS = 0x1c0001acL;

    private static final int FILE_HEADER = 24;

    private final CaptureInput in;
    private final long nanosPerTick;
    private final int linkType;
    private final int packetHeader;
    private long packets;

    /** Reads the file header; the input's byte order is set already. */
    PcapSource(CaptureInput in) throws CaptureException {
        this.in = in;
        in.require(FILE_HEADER, "the pcap file header");
        long magic = in.u32(0);
        nanosPerTick = magic == MAGIC_NANOS || magic == MAGIC_IXIA_NANOS ? 1 : 1000;
        packetHeader = magic == MAGIC_PATCHED ? 24 : 16;
        linkType = (int) (in.u32(20) & 0x03ff_ffffL); // the bits above tell of a frame check sequence
        in.skip(FILE_HEADER);
        if (magic == MAGIC_IXIA_MICROS || magic == MAGIC_IXIA_NANOS) {
            in.require(4, "the pcap file header");
            in.skip(4);
        }
    }

    static boolean isMagic(long magic) {
        return magic == MAGIC_MICROS
                || magic == MAGIC_NANOS
                || magic == MAGIC_PATCHED
                || magic == MAGIC_IXIA_MICROS
                || magic == MAGIC_IXIA_NANOS;
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
        in.require(packetHeader, "a packet header");
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
        in.require(packetHeader + packet.capturedLength, "packet " + (packets + 1));
        packet.buffer = in.buffer();
        packet.offset = in.position() + packetHeader;
        packet.linkType = linkType;
        packet.number = ++packets;
        in.skip(packetHeader + packet.capturedLength);
        return true;
    }
}
