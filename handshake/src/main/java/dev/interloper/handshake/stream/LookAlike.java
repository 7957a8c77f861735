package dev.interloper.handshake.stream;

import dev.interloper.handshake.wire.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What some streams start with that are met where TLS is expected and are not, or only look like it. Told from the first bytes
 * alone, which must be those of the connection's start: none of it is proof.
 *
 * @since 0.1
 */
public enum LookAlike {
    /** Microsoft's pseudo-TLS ([MS-TURN] section 2.1.1): a hello of 50 bytes that is followed by TURN without TLS. */
    PSEUDO_TLS_MICROSOFT,
    /** Google's pseudo-TLS ("ssltcp"): a hello of 72 bytes in the form of SSL 2, followed by STUN without TLS. */
    PSEUDO_TLS_GOOGLE,
    /** Records of application data without any handshake, as ZeroTier's relays send them. */
    ZEROTIER,
    /** SSH, RFC 4253 section 4.2. */
    SSH,
    /** An HTTP request, or a reply other than 400. */
    HTTP,
    /** The reply "400 Bad Request", with or without a head: what web servers without TLS say to a ClientHello. */
    HTTP_BAD_REQUEST,
    /** STUN or TURN, RFC 8489 section 5. */
    STUN,
    /** STUN behind a length of two bytes, RFC 4571. */
    STUN_FRAMED,
    /** OpenVPN over TCP: a length of two bytes and a reset. */
    OPENVPN,
    /** BitTorrent. */
    BITTORRENT,
    /** A server that speaks first, in SMTP or FTP. */
    SMTP_OR_FTP,
    /** A server that speaks first, in IMAP. */
    IMAP,
    /** A server that speaks first, in POP3. */
    POP3;

    private static final Bytes MICROSOFT_HEADER = Bytes.ofHex("160301002d010000290301");
    private static final Bytes MICROSOFT_END = Bytes.ofHex("00000200180100");
    private static final int MICROSOFT_LENGTH = 50;
    private static final Bytes GOOGLE_START = Bytes.ofHex("804601030100" + "2d00000010"
            + "0100800300800700c0060040020080040080" + "00000400feff00000a00fefe000009000064000062000003000006");
    private static final long STUN_COOKIE = 0x2112a442L;
    private static final int STUN_HEADER = 20;
    private static final int OPENVPN_SHORTEST = 14;

    /**
     * What a direction's first bytes look like.
     *
     * @param direction which way they travelled
     * @param start the first bytes; 64 are enough
     * @return empty for TLS, and for what is not in this list
     */
    public static Optional<LookAlike> ofStart(Direction direction, Bytes start) {
        LookAlike text = ofText(direction, start);
        return Optional.ofNullable(text == null ? ofBinary(direction, start) : text);
    }

    private static @Nullable LookAlike ofText(Direction direction, Bytes start) {
        if (start.startsWith("SSH-")) {
            return SSH;
        }
        if (direction == Direction.CLIENT_TO_SERVER) {
            return isRequest(start) ? HTTP : null;
        }
        if (start.startsWith("HTTP/1.")) {
            return start.length() >= 12 && start.slice(9, 3).startsWith("400") ? HTTP_BAD_REQUEST : HTTP;
        }
        if (start.startsWith("<") && start.printable().contains("400 Bad Request")) {
            return HTTP_BAD_REQUEST;
        }
        if (start.startsWith("220 ") || start.startsWith("220-")) {
            return SMTP_OR_FTP;
        }
        return start.startsWith("* OK") ? IMAP : start.startsWith("+OK") ? POP3 : null;
    }

    private static boolean isRequest(Bytes start) {
        for (String method :
                new String[] {"GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "DELETE ", "PATCH ", "PRI * "}) {
            if (start.startsWith(method)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LookAlike ofBinary(Direction direction, Bytes start) {
        boolean client = direction == Direction.CLIENT_TO_SERVER;
        if (client && isMicrosoft(start)) {
            return PSEUDO_TLS_MICROSOFT;
        }
        if (client && matches(start, 0, GOOGLE_START)) {
            return PSEUDO_TLS_GOOGLE;
        }
        if (start.length() >= 3 && start.at(0) == 0x17 && start.at(1) == 3 && start.at(2) == 3) {
            return ZEROTIER;
        }
        if (start.length() >= 20 && start.at(0) == 19 && start.slice(1, 19).startsWith("BitTorrent protocol")) {
            return BITTORRENT;
        }
        if (isStun(start, 0)) {
            return STUN;
        }
        if (isStun(start, 2) && u16(start, 0) == u16(start, 4) + STUN_HEADER) {
            return STUN_FRAMED;
        }
        return isOpenVpn(client, start) ? OPENVPN : null;
    }

    private static boolean isMicrosoft(Bytes start) {
        return start.length() >= MICROSOFT_LENGTH
                && matches(start, 0, MICROSOFT_HEADER)
                && matches(start, MICROSOFT_LENGTH - MICROSOFT_END.length(), MICROSOFT_END);
    }

    private static boolean isStun(Bytes start, int at) {
        return start.length() >= at + 8
                && start.at(at) < 4
                && u16(start, at + 2) % 4 == 0
                && ((long) u16(start, at + 4) << 16 | u16(start, at + 6)) == STUN_COOKIE;
    }

    /** P_CONTROL_HARD_RESET of version 2, and of the client's version 3, with key 0. */
    private static boolean isOpenVpn(boolean client, Bytes start) {
        if (start.length() < 3 || u16(start, 0) < OPENVPN_SHORTEST || start.at(0) > 4) {
            return false;
        }
        int opcode = start.at(2);
        return client ? opcode == 0x38 || opcode == 0x50 : opcode == 0x40;
    }

    private static boolean matches(Bytes start, int at, Bytes wanted) {
        return start.length() >= at + wanted.length()
                && start.slice(at, wanted.length()).equals(wanted);
    }

    private static int u16(Bytes bytes, int at) {
        return bytes.at(at) << 8 | bytes.at(at + 1);
    }
}
