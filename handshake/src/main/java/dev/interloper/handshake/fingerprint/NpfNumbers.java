package dev.interloper.handshake.fingerprint;

import java.util.BitSet;

/** How NPF looks at the numbers of extensions; the sets are those of its document, as of 2024. */
final class NpfNumbers {

    static final int MOST_OF_A_KIND = 3;

    private static final int GREASE = 0x0a0a;
    private static final int UNASSIGNED = 0x003e;
    private static final int PRIVATE = 0xff00;

    private static final BitSet FIXED = set(
            0x01, 0x05, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0d, 0x0f, 0x10, 0x11, 0x18, 0x1b, 0x1c, 0x2b, 0x2d, 0x32,
            0x5500);

    /** Below 0x3f all but padding, session_ticket, 0x29 and 0x2a, which come and go, are included; above, only these. */
    private static final BitSet INCLUDED_ABOVE =
            set(GREASE, 0x3374, 0x5500, 0x754f, 0x7550, 0xfd00, 0xfe0d, PRIVATE, 0xff01, 0xff03, 0xffa5, 0xffce);

    private NpfNumbers() {}

    private static BitSet set(int... numbers) {
        BitSet set = new BitSet(0x10000);
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }

    static int degreased(int value) {
        return Grease.is(value) ? GREASE : value;
    }

    /** Unknown numbers of one range stand for each other. */
    static int encoded(int type) {
        int number = degreased(type);
        if (number <= UNASSIGNED || INCLUDED_ABOVE.get(number)) {
            return number;
        }
        return number < PRIVATE ? UNASSIGNED : PRIVATE;
    }

    static boolean isIncluded(int number) {
        return switch (number) {
            case 0x15, 0x23, 0x29, 0x2a -> false;
            default -> number <= UNASSIGNED || INCLUDED_ABOVE.get(number);
        };
    }

    /** Whether the contents are written too. */
    static boolean isFixed(int number) {
        return FIXED.get(number);
    }

    /** quic_transport_parameters, and the number that it had as a draft. */
    static boolean isTransportParameters(int number) {
        return number == 0x39 || number == 0xffa5;
    }
}
