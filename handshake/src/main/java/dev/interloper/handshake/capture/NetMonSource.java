package dev.interloper.handshake.capture;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The files of Microsoft Network Monitor, versions 1 and 2.0 to 2.3. Their frames are read in the order in which they are in the
 * file, up to the frame table behind them, so that a stream is enough; Network Monitor and Wireshark write them so.
 */
final class NetMonSource implements PacketSource {

    static final long MAGIC_1 = 0x52545353L; // RTSS
    static final long MAGIC_2 = 0x474d4255L; // GMBU
    /** A link type of our own: 802.11 behind Network Monitor's header. */
    static final int WLAN = -6;

    private static final int FILE_HEADER = 128;
    private static final int UNKNOWN = -1;
    /** Media types from here on to 0xefff are LINKTYPE_ numbers. */
    private static final int FIRST_LINKTYPE = 0xe000;
    /** 1601-01-01 to 1970-01-01 in units of 100 ns. */
    private static final long FILETIME_OF_1970 = 116_444_736_000_000_000L;

    private final CaptureInput in;
    private final int version;
    private final int media;
    private final long startNanos;
    private final long framesEnd;
    private long left;
    private long packets;

    NetMonSource(CaptureInput in) throws CaptureException {
        this.in = in;
        in.littleEndian(true);
        in.require(FILE_HEADER, "the Network Monitor file header");
        int major = in.u8(5);
        if (major != 1 && major != 2) {
            throw malformed(5, "Network Monitor's version 1 or 2 expected, found " + major);
        }
        version = major << 8 | in.u8(4);
        media = in.u16(6);
        startNanos = systemTime();
        framesEnd = in.u32(24);
        left = in.u32(28) / 4;
        in.skip(FILE_HEADER);
    }

    @Override
    public String format() {
        return version >> 8 == 1 ? "netmon1" : "netmon2";
    }

    @Override
    public boolean next(RawPacket packet) throws CaptureException {
        int header = version < 0x200 ? 8 : 16;
        if (left == 0 || in.offset() + header > framesEnd) {
            return false;
        }
        in.require(header, "a frame header");
        boolean old = version < 0x200;
        long time = old ? in.u32(0) : in.u32(0) | in.u32(4) << 32;
        long original = old ? in.u16(4) : in.u32(8);
        long captured = old ? in.u16(6) : in.u32(12);
        if (captured > MAX_PACKET || in.offset() + header + captured > framesEnd) {
            throw malformed(
                    header - 4, "a frame header says " + captured + " captured bytes; the frame table is nearer");
        }
        packet.capturedLength = (int) captured;
        packet.originalLength = (int) Math.min(Math.max(original, captured), Integer.MAX_VALUE);
        int behind = header + packet.capturedLength;
        int total = behind + trailer();
        in.require(total, "frame " + (packets + 1));
        packet.arrivalNanos = startNanos + time * (old ? 1_000_000 : 1_000);
        if (version >= 0x203) {
            packet.arrivalNanos = ((in.u32(behind + 6) | in.u32(behind + 10) << 32) - FILETIME_OF_1970) * 100;
        }
        packet.linkType = linkType(version >= 0x201 ? in.u16(behind) : media);
        packet.buffer = in.buffer();
        packet.offset = in.position() + header;
        packet.number = ++packets;
        in.skip(total);
        left--;
        return true;
    }

    /** Media type; process; time and time zone. */
    private int trailer() {
        return switch (version) {
            case 0x201 -> 2;
            case 0x202 -> 6;
            default -> version >= 0x203 ? 15 : 0;
        };
    }

    private static int linkType(int mediaType) {
        if (mediaType >= FIRST_LINKTYPE && mediaType < FIRST_LINKTYPE + 0x1000) {
            return mediaType - FIRST_LINKTYPE;
        }
        return switch (mediaType) {
            case 1 -> 1;
            case 3 -> 10;
            case 5 -> 138;
            case 6 -> WLAN;
            case 7, 8, 9 -> 101; // tunnels, mobile networks, bare IP
            default -> UNKNOWN; // events, names and what else the program notes between the frames
        };
    }

    /** Year, month, day of the week, day, hour, minute, second, millisecond; of which time zone is not said. */
    private long systemTime() {
        try {
            long seconds = LocalDateTime.of(in.u16(8), in.u16(10), in.u16(14), in.u16(16), in.u16(18), in.u16(20))
                    .toEpochSecond(ZoneOffset.UTC);
            return seconds * 1_000_000_000L + in.u16(22) * 1_000_000L;
        } catch (DateTimeException e) {
            return 0; // no such date: the frames are still in order
        }
    }

    private CaptureException malformed(int at, String reason) {
        return new CaptureException(CaptureProblem.Kind.MALFORMED, in.offset() + at, reason);
    }
}
