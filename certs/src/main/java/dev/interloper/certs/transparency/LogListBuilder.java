package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Hashes;
import dev.interloper.certs.internal.PublicKeys;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects the logs of a list and decodes their keys. */
final class LogListBuilder {
    private final Map<PublicKeyHash, TransparencyLog> logs = new LinkedHashMap<>();

    /**
     * Adds a log.
     *
     * @throws IllegalArgumentException if the key is not Base64 or the log is there already
     */
    PublicKeyHash add(LogEntry entry) {
        byte[] key = Base64.getDecoder().decode(entry.key());
        PublicKeyHash id = PublicKeyHash.fromHex(HexFormat.of().formatHex(Hashes.sha256(key)));
        if (logs.putIfAbsent(id, new TransparencyLog(entry, id, decode(key))) != null) {
            throw new IllegalArgumentException("a second log with the identifier " + id.base64());
        }
        return id;
    }

    private static Optional<PublicKey> decode(byte[] key) {
        try {
            return Optional.of(PublicKeys.decode(key));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    LogList build(String version, Instant date) {
        return new LogList(version, date, logs);
    }
}
