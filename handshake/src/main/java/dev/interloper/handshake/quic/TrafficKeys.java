package dev.interloper.handshake.quic;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of the levels after Initial, as far as a key log holds them. */
final class TrafficKeys {

    private record Slot(QuicVersion version, PacketProtection protection) {}

    private final KeyLog log;
    private final Bytes clientRandom;
    private final @Nullable PacketCipher cipher;
    private final Map<Direction, Map<QuicLevel, Slot>> slots = new EnumMap<>(Direction.class);

    TrafficKeys(KeyLog log, Bytes clientRandom, int cipherSuite) {
        this.log = log;
        this.clientRandom = clientRandom;
        this.cipher = PacketCipher.of(cipherSuite);
    }

    boolean knowsCipher() {
        return cipher != null;
    }

    /** The keys of one side and level; null if the log has no secret for them. */
    @Nullable
    PacketProtection of(Direction direction, QuicLevel level, QuicVersion version) {
        Map<QuicLevel, Slot> ofSide = slots.computeIfAbsent(direction, any -> new EnumMap<>(QuicLevel.class));
        Slot slot = ofSide.get(level);
        if (slot == null || slot.version() != version) {
            slot = derive(direction, level, version);
            if (slot != null) {
                ofSide.put(level, slot);
            }
        }
        return slot == null ? null : slot.protection();
    }

    private @Nullable Slot derive(Direction direction, QuicLevel level, QuicVersion version) {
        Bytes secret = log.secret(label(direction, level), clientRandom).orElse(null);
        if (secret == null || cipher == null) {
            return null;
        }
        try {
            return new Slot(version, new PacketProtection(secret.toByteArray(), cipher, version.labelPrefix()));
        } catch (GeneralSecurityException e) {
            return null; // a runtime without ChaCha20
        }
    }

    private static String label(Direction direction, QuicLevel level) {
        String side = direction == Direction.CLIENT_TO_SERVER ? "CLIENT_" : "SERVER_";
        return side + (level == QuicLevel.HANDSHAKE ? "HANDSHAKE_TRAFFIC_SECRET" : "TRAFFIC_SECRET_0");
    }

    int footprint() {
        return slots.values().stream().mapToInt(Map::size).sum() * InitialKeys.FOOTPRINT / 2;
    }
}
