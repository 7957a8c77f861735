package dev.interloper.handshake.crypto;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.Optional;

/** What a key log knows about one handshake, by its client random, its session id or its encrypted premaster secret. */
final class TlsSecrets {

    private static final String CLIENT_RANDOM = "CLIENT_RANDOM";
    private static final String PREMASTER = "PMS_CLIENT_RANDOM";
    private static final String EARLY = "CLIENT_EARLY_TRAFFIC_SECRET";
    private static final List<String> HANDSHAKE =
            List.of("CLIENT_HANDSHAKE_TRAFFIC_SECRET", "SERVER_HANDSHAKE_TRAFFIC_SECRET");
    private static final List<String> APPLICATION = List.of("CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0");

    private final KeyLog log;
    private final Bytes clientRandom;

    TlsSecrets(KeyLog log, Bytes clientRandom) {
        this.log = log;
        this.clientRandom = clientRandom;
    }

    Bytes clientRandom() {
        return clientRandom;
    }

    Optional<byte[]> early() {
        return secret(EARLY);
    }

    Optional<byte[]> handshake(boolean client) {
        return secret(HANDSHAKE.get(client ? 0 : 1));
    }

    Optional<byte[]> application(boolean client) {
        return secret(APPLICATION.get(client ? 0 : 1));
    }

    private Optional<byte[]> secret(String label) {
        return log.secret(label, clientRandom).map(Bytes::toByteArray);
    }

    /** The master secret that is written down as such. */
    Optional<byte[]> master(Bytes sessionId) {
        return secret(CLIENT_RANDOM).or(() -> log.masterSecret(sessionId).map(Bytes::toByteArray));
    }

    /** The premaster secret, by a ClientKeyExchange where that is known. */
    Optional<byte[]> premaster(Bytes clientKeyExchange) {
        return secret(PREMASTER)
                .or(() -> encrypted(clientKeyExchange, 2)) // TLS writes its length before it
                .or(() -> encrypted(clientKeyExchange, 0)); // SSL 3.0 does not
    }

    private Optional<byte[]> encrypted(Bytes clientKeyExchange, int from) {
        return clientKeyExchange.length() < from
                ? Optional.empty()
                : log.premasterSecret(clientKeyExchange.slice(from, clientKeyExchange.length() - from))
                        .map(Bytes::toByteArray);
    }

    /** Whether anything is known by the client random. */
    boolean any() {
        return secret(CLIENT_RANDOM).isPresent()
                || secret(PREMASTER).isPresent()
                || early().isPresent()
                || handshake(true).isPresent()
                || handshake(false).isPresent()
                || application(true).isPresent()
                || application(false).isPresent();
    }
}
