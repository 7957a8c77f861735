package dev.interloper.handshake.quic;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between versions: the salt of the Initial keys, the labels of all keys, the numbers of the packet types and the key
 * of a Retry's integrity tag. Several version numbers may share it.
 */
final class QuicVersion {

    /** RFC 9001 section 5.2 and 5.8; drafts 33 and 34 had reached the final values. */
    static final QuicVersion V1 = new QuicVersion(
            "38762cf7f55934b34d179ae6a4c80cadccbb7f0a",
            "quic ",
            "be0c690b9f66575a1d766b54e368c84e",
            "461599d35d632bf2239825bb");

    /** RFC 9369 section 3.3. */
    static final QuicVersion V2 = new QuicVersion(
            "0dede3def700a6db819381be6e269dcbf9bd2ed9",
            "quicv2 ",
            "8fb4b01b56ac48e260fbcbcead7ccc92",
            "d86969bc2d7c6d9990efb04a");

    /** draft-ietf-quic-tls-29 to -32. */
    static final QuicVersion DRAFT_29 = new QuicVersion(
            "afbfec289993d24c9e9786f19c6111e04390a899",
            "quic ",
            "ccce187ed09a09d05728155a6cb96be1",
            "e54930f97f2136f0530a8c1c");

    private static final String DRAFT_23_SALT = "c3eef712c72ebb5a11a7d2432bb46365bef9f502";

    /** draft-ietf-quic-tls-25 to -28. */
    static final QuicVersion DRAFT_25 =
            new QuicVersion(DRAFT_23_SALT, "quic ", "4d32ecdb2a2133c841e4043df27d4430", "4d1611d05513a552c587d575");

    /** draft-ietf-quic-tls-23 and -24, whose Retry has no integrity tag. */
    static final QuicVersion DRAFT_23 = new QuicVersion(DRAFT_23_SALT, "quic ", "", "");

    /** draft-ietf-quic-tls-22. */
    static final QuicVersion DRAFT_22 = new QuicVersion("7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a", "quic ", "", "");

    /** Google's T050: its QUIC with TLS in place of its own cryptography. */
    static final QuicVersion T050 = new QuicVersion("7ff579e5acd072915580304c43a2367c60488310", "quic ", "", "");

    /** Google's T051. */
    static final QuicVersion T051 = new QuicVersion("7a4edef4e7ccee5fa4506c19124fc8ccda6e033d", "quic ", "", "");

    /** What to try on a version number that nobody registered. */
    static final List<QuicVersion> CANDIDATES = List.of(V1, DRAFT_29, V2, DRAFT_25, DRAFT_22, T051, T050);

    private final byte[] salt;
    private final String labelPrefix;
    private final byte[] retryKey;
    private final byte[] retryNonce;

    private QuicVersion(String salt, String labelPrefix, String retryKey, String retryNonce) {
        HexFormat hex = HexFormat.of();
        this.salt = hex.parseHex(salt);
        this.labelPrefix = labelPrefix;
        this.retryKey = hex.parseHex(retryKey);
        this.retryNonce = hex.parseHex(retryNonce);
    }

    /** What a version number means; null if it is not one that we know. */
    static @Nullable QuicVersion of(int version) {
        if (version >>> 8 == 0xff0000) {
            return ofDraft(version & 0xff);
        }
        return switch (version) {
            case 0x00000001 -> V1;
            case 0x6b3343cf -> V2;
            case 0xfaceb001 -> DRAFT_22; // mvfst
            case 0xfaceb002 -> DRAFT_25; // mvfst
            case 0x54303530 -> T050;
            case 0x54303531 -> T051;
            default -> null;
        };
    }

    private static @Nullable QuicVersion ofDraft(int draft) {
        if (draft < 22 || draft > 34) {
            return null;
        }
        if (draft >= 33) {
            return V1;
        }
        if (draft >= 29) {
            return DRAFT_29;
        }
        return draft >= 25 ? DRAFT_25 : draft >= 23 ? DRAFT_23 : DRAFT_22;
    }

    /** Google's own QUIC, which has no TLS in it: {@code Q} and three digits. */
    static boolean isGoogles(int version) {
        return version >>> 16 == 0x5130;
    }

    /** RFC 9000 section 17.2; RFC 9369 section 3.2 has each number one higher. */
    QuicPacketType type(int firstByte) {
        int bits = (firstByte >> 4) & 3;
        return switch (this == V2 ? (bits + 3) & 3 : bits) {
            case 0 -> QuicPacketType.INITIAL;
            case 1 -> QuicPacketType.ZERO_RTT;
            case 2 -> QuicPacketType.HANDSHAKE;
            default -> QuicPacketType.RETRY;
        };
    }

    boolean hasGooglesFrames() {
        return this == T050 || this == T051;
    }

    byte[] salt() {
        return salt;
    }

    String labelPrefix() {
        return labelPrefix;
    }

    boolean protectsRetry() {
        return retryKey.length > 0;
    }

    byte[] retryKey() {
        return retryKey;
    }

    byte[] retryNonce() {
        return retryNonce;
    }
}
