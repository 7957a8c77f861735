package dev.interloper.handshake.quic;

import dev.interloper.handshake.crypto.Hkdf;
import dev.interloper.handshake.stream.Direction;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The keys of both sides' Initial packets, which follow from a connection id that the client chose (RFC 9001 section 5.2). */
final class InitialKeys {

    /** What the two sides' cipher objects hold, roughly. */
    static final int FOOTPRINT = 8_000;

    private final QuicVersion version;
    private final byte[] id;
    private final PacketProtection client;
    private final PacketProtection server;

    private InitialKeys(QuicVersion version, byte[] id, PacketProtection client, PacketProtection server) {
        this.version = version;
        this.id = id;
        this.client = client;
        this.server = server;
    }

    static InitialKeys of(QuicVersion version, byte[] id) {
        Hkdf hkdf = Hkdf.sha256();
        try {
            byte[] secret = hkdf.extract(version.salt(), id);
            return new InitialKeys(
                    version, id, side(hkdf, secret, "client in", version), side(hkdf, secret, "server in", version));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java runtime without AES, GCM or HMAC", e);
        }
    }

    private static PacketProtection side(Hkdf hkdf, byte[] secret, String label, QuicVersion version)
            throws GeneralSecurityException {
        return new PacketProtection(
                hkdf.expandLabel(secret, label, 32), PacketCipher.AES_128_GCM, version.labelPrefix());
    }

    QuicVersion version() {
        return version;
    }

    byte[] id() {
        return id;
    }

    boolean isOf(byte[] bytes, int at, int length) {
        return Arrays.equals(id, 0, id.length, bytes, at, at + length);
    }

    PacketProtection of(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }
}
