package dev.interloper.handshake.openvpn;

/**
 * The kinds of packets, in the upper five bits of a packet's first byte. A client's reset of version 3 (10) is left out: what
 * follows it is encrypted, TLS records included.
 */
final class Opcode {

    static final int CLIENT_RESET_V1 = 1;
    static final int SERVER_RESET_V1 = 2;
    static final int CONTROL = 4;
    static final int ACK = 5;
    static final int DATA_V1 = 6;
    static final int CLIENT_RESET_V2 = 7;
    static final int SERVER_RESET_V2 = 8;
    static final int DATA_V2 = 9;

    private static final int LAST = 11;

    private Opcode() {}

    static int of(byte first) {
        return (first & 0xff) >>> 3;
    }

    static int keyId(byte first) {
        return first & 7;
    }

    static boolean isKnown(int opcode) {
        return opcode >= CLIENT_RESET_V1 && opcode <= LAST;
    }

    static boolean isClientReset(int opcode) {
        return opcode == CLIENT_RESET_V2 || opcode == CLIENT_RESET_V1;
    }

    static boolean isServerReset(int opcode) {
        return opcode == SERVER_RESET_V2 || opcode == SERVER_RESET_V1;
    }

    static boolean isReset(int opcode) {
        return isClientReset(opcode) || isServerReset(opcode);
    }

    static boolean isData(int opcode) {
        return opcode == DATA_V1 || opcode == DATA_V2;
    }

    /** Whether its packets acknowledge, or carry, messages of the first key's negotiation. */
    static boolean isControl(int opcode) {
        return opcode == CONTROL || opcode == ACK || isReset(opcode);
    }
}
