package dev.interloper.handshake.capture;

import java.math.BigInteger;

/** What a section of a pcapng file says of one interface. */
record CaptureInterface(int linkType, long snapLength, long ticksPerSecond, long offsetSeconds) {

    private static final int TIME_RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;

    /** Reads an interface description block of a length; the input is at its start. */
    static CaptureInterface read(CaptureInput in, int total) {
        long ticks = 1_000_000;
        long offsetSeconds = 0;
        int at = 16;
        while (at + 4 <= total - 4) {
            int code = in.u16(at);
            int length = in.u16(at + 2);
            if (code == 0 || at + 4 + length > total - 4) {
                break;
            }
            if (code == TIME_RESOLUTION && length == 1) {
                ticks = ticksPerSecond(in.u8(at + 4));
            } else if (code == TIME_OFFSET && length == 8) {
                offsetSeconds = u64(in, at + 4);
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return new CaptureInterface(in.u16(8), in.u32(12), ticks, offsetSeconds);
    }

    /** The high bit chooses powers of two over powers of ten; beyond 64 bits nothing is meaningful. */
    private static long ticksPerSecond(int resolution) {
        int exponent = resolution & 0x7f;
        if ((resolution & 0x80) != 0) {
            return 1L << Math.min(exponent, 62);
        }
        long ticks = 1;
        for (int i = 0; i < Math.min(exponent, 18); i++) {
            ticks *= 10;
        }
        return ticks;
    }

    private static long u64(CaptureInput in, int at) {
        long first = in.u32(at);
        long second = in.u32(at + 4);
        return in.littleEndian() ? second << 32 | first : first << 32 | second;
    }

    long nanos(long ticks) {
        long seconds = Long.divideUnsigned(ticks, ticksPerSecond);
        long rest = Long.remainderUnsigned(ticks, ticksPerSecond);
        long fraction = ticksPerSecond <= 1_000_000_000L
                ? rest * 1_000_000_000L / ticksPerSecond
                : BigInteger.valueOf(rest)
                        .multiply(BigInteger.valueOf(1_000_000_000L))
                        .divide(BigInteger.valueOf(ticksPerSecond))
                        .longValue();
        return (seconds + offsetSeconds) * 1_000_000_000L + fraction;
    }
}
