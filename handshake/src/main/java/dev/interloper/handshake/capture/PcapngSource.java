package dev.interloper.handshake.capture;

import dev.interloper.handshake.secrets.KeyLog;
import java.util.ArrayList;
import java.util.List;

/** The pcapng format: sections, interfaces, packets, secrets; other blocks are passed over (draft-ietf-opsawg-pcapng). */
final class PcapngSource implements PacketSource {

    static final long SECTION_HEADER = 0x0a0d0d0aL;

    private static final long BYTE_ORDER_MAGIC = 0x1a2b3c4dL;
    private static final long BYTE_ORDER_MAGIC_SWAPPED = 0x4d3c2b1aL;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int SECRETS = 10;
    private static final int MAX_BLOCK = 16 << 20;
    private static final int MAX_INTERFACES = 1 << 16;
    private static final long TLS_KEY_LOG = 0x544c534bL;

    private final CaptureInput in;
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private final CaptureSecrets secrets = new CaptureSecrets();
    private long packets;
    private long lastArrivalNanos;

    PcapngSource(CaptureInput in) {
        this.in = in;
    }

    @Override
    public String format() {
        return "pcapng";
    }

    @Override
    public KeyLog secrets() {
        return secrets.get();
    }

    @Override
    public boolean next(RawPacket packet) throws CaptureException {
        while (in.fill(1) != 0) {
            in.require(12, "a block header");
            long type = in.u32(0);
            if (type == SECTION_HEADER) {
                beginSection();
            }
            long length = in.u32(4);
            if (length < 12 || length % 4 != 0 || length > MAX_BLOCK) {
                throw malformed(
                        4, "a block says a length of " + length + "; expected a multiple of 4 from 12 to " + MAX_BLOCK);
            }
            int total = (int) length;
            in.require(total, "a block");
            boolean isPacket = readBlock((int) type, total, packet);
            in.skip(total);
            if (isPacket) {
                return true;
            }
        }
        return false;
    }

    private void beginSection() throws CaptureException {
        in.littleEndian(false);
        long magic = in.u32(8);
        if (magic == BYTE_ORDER_MAGIC_SWAPPED) {
            in.littleEndian(true);
        } else if (magic != BYTE_ORDER_MAGIC) {
            throw malformed(8, String.format("expected the byte-order magic 0x1a2b3c4d, found 0x%08x", magic));
        }
        interfaces.clear();
    }

    private boolean readBlock(int type, int total, RawPacket packet) throws CaptureException {
        return switch (type) {
            case INTERFACE_DESCRIPTION -> {
                addInterface(total);
                yield false;
            }
            case SECRETS -> {
                addSecrets(total);
                yield false;
            }
            case ENHANCED_PACKET -> {
                requireLength(total, 32, "an enhanced packet block");
                fillPacket(packet, (int) Math.min(in.u32(8), Integer.MAX_VALUE), 12, 28, total);
                yield true;
            }
            case OBSOLETE_PACKET -> {
                requireLength(total, 32, "a packet block");
                fillPacket(packet, in.u16(8), 12, 28, total);
                yield true;
            }
            case SIMPLE_PACKET -> {
                requireLength(total, 16, "a simple packet block");
                simplePacket(packet, total);
                yield true;
            }
            default -> false;
        };
    }

    private void addInterface(int total) throws CaptureException {
        requireLength(total, 20, "an interface description block");
        if (interfaces.size() == MAX_INTERFACES) {
            throw malformed(0, "more than " + MAX_INTERFACES + " interfaces in a section");
        }
        interfaces.add(CaptureInterface.read(in, total));
    }

    /** A key log of TLS; secrets of other protocols are passed over. */
    private void addSecrets(int total) throws CaptureException {
        requireLength(total, 20, "a decryption secrets block");
        long length = in.u32(12);
        if (length > total - 20L) {
            throw malformed(12, "secrets of " + length + " bytes in a block of " + total);
        }
        if (in.u32(8) == TLS_KEY_LOG) {
            secrets.add(in.buffer(), in.position() + 16, (int) length);
        }
    }

    private void fillPacket(RawPacket packet, int interfaceId, int timeAt, int dataAt, int total)
            throws CaptureException {
        if (interfaceId >= interfaces.size()) {
            throw malformed(8, "a packet names interface " + interfaceId + " of " + interfaces.size());
        }
        CaptureInterface captured = interfaces.get(interfaceId);
        long ticks = in.u32(timeAt) << 32 | in.u32(timeAt + 4);
        setData(packet, captured, in.u32(timeAt + 8), in.u32(timeAt + 12), dataAt, total);
        packet.arrivalNanos = captured.nanos(ticks);
        lastArrivalNanos = packet.arrivalNanos;
    }

    private void simplePacket(RawPacket packet, int total) throws CaptureException {
        if (interfaces.isEmpty()) {
            throw malformed(0, "a simple packet before any interface");
        }
        CaptureInterface captured = interfaces.get(0);
        long original = in.u32(8);
        long available = Math.min(original, total - 16L);
        long kept = captured.snapLength() == 0 ? available : Math.min(available, captured.snapLength());
        setData(packet, captured, kept, original, 12, total);
        packet.arrivalNanos = lastArrivalNanos; // the block has no time of its own
    }

    private void setData(
            RawPacket packet, CaptureInterface from, long capturedLength, long originalLength, int dataAt, int total)
            throws CaptureException {
        if (capturedLength > total - dataAt - 4L || capturedLength > MAX_PACKET) {
            throw malformed(dataAt - 8, "a packet says " + capturedLength + " captured bytes in a block of " + total);
        }
        packet.buffer = in.buffer();
        packet.offset = in.position() + dataAt;
        packet.capturedLength = (int) capturedLength;
        packet.originalLength = (int) Math.min(Math.max(originalLength, capturedLength), Integer.MAX_VALUE);
        packet.linkType = from.linkType();
        packet.number = ++packets;
    }

    private void requireLength(int total, int least, String what) throws CaptureException {
        if (total < least) {
            throw malformed(4, what + " has " + total + " bytes, fewer than " + least);
        }
    }

    private CaptureException malformed(int at, String reason) {
        return new CaptureException(CaptureProblem.Kind.MALFORMED, in.offset() + at, reason);
    }
}
