package dev.interloper.handshake.dtls;

import dev.interloper.handshake.crypto.CipherSuiteParameters;
import dev.interloper.handshake.crypto.KeyBlock;
import dev.interloper.handshake.crypto.TrafficKeys;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a conversation's epochs, as far as the hellos and a key log give them. */
final class ConversationKeys {

    /** DTLS 1.3: early data 1, handshake 2, application data 3, one more after each KeyUpdate (RFC 9147 section 6.1). */
    private static final int HANDSHAKE = 2;

    private static final int APPLICATION = 3;

    /** Late records of an old epoch; both directions together. */
    private static final int REMEMBERED = 12;

    private static final int ENCRYPT_THEN_MAC = 22;

    private record Entry(
            Direction direction,
            int epoch,
            EpochKeys keys,
            @Nullable Bytes secret) {}

    private final KeyLog keyLog;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private Bytes clientRandom = Bytes.EMPTY;
    private @Nullable CipherSuiteParameters suite;

    ConversationKeys(KeyLog keyLog) {
        this.keyLog = keyLog;
    }

    /** A ClientHello or ServerHello was read, in an epoch that may be protected itself: a renegotiation. */
    void hello(int type, int epoch, HelloFields hello) {
        if (keyLog.isEmpty()) {
            return;
        }
        if (type == HelloFields.CLIENT_HELLO) {
            clientRandom = hello.random();
            return;
        }
        suite = CipherSuiteParameters.of(hello.cipherSuite()).orElse(null);
        if (suite != null && suite.isTls13()) {
            traffic(suite, Direction.CLIENT_TO_SERVER, 1, "CLIENT_EARLY_TRAFFIC_SECRET");
            traffic(suite, Direction.CLIENT_TO_SERVER, HANDSHAKE, "CLIENT_HANDSHAKE_TRAFFIC_SECRET");
            traffic(suite, Direction.SERVER_TO_CLIENT, HANDSHAKE, "SERVER_HANDSHAKE_TRAFFIC_SECRET");
            traffic(suite, Direction.CLIENT_TO_SERVER, APPLICATION, "CLIENT_TRAFFIC_SECRET_0");
            traffic(suite, Direction.CLIENT_TO_SERVER, APPLICATION, "CLIENT_TRAFFIC_SECRET");
            traffic(suite, Direction.SERVER_TO_CLIENT, APPLICATION, "SERVER_TRAFFIC_SECRET_0");
            traffic(suite, Direction.SERVER_TO_CLIENT, APPLICATION, "SERVER_TRAFFIC_SECRET");
        } else if (suite != null) {
            block(suite, epoch + 1, hello);
        }
    }

    private void traffic(CipherSuiteParameters of, Direction direction, int epoch, String label) {
        keyLog.secret(label, clientRandom).ifPresent(secret -> traffic(of, direction, epoch, secret));
    }

    private void traffic(CipherSuiteParameters of, Direction direction, int epoch, Bytes secret) {
        UnifiedKeys.of(of, secret.toByteArray()).ifPresent(keys -> remember(new Entry(direction, epoch, keys, secret)));
    }

    private void block(CipherSuiteParameters of, int epoch, HelloFields hello) {
        keyLog.secret("CLIENT_RANDOM", clientRandom)
                .flatMap(master -> KeyBlock.of(
                        of,
                        hello.version(),
                        master.toByteArray(),
                        clientRandom.toByteArray(),
                        hello.random().toByteArray(),
                        hello.extensions().containsKey(ENCRYPT_THEN_MAC)))
                .ifPresent(keys -> {
                    remember(new Entry(Direction.CLIENT_TO_SERVER, epoch, new ClassicKeys(keys.client()), null));
                    remember(new Entry(Direction.SERVER_TO_CLIENT, epoch, new ClassicKeys(keys.server()), null));
                });
    }

    private void remember(Entry entry) {
        entries.addFirst(entry);
        if (entries.size() > REMEMBERED) {
            entries.removeLast();
        }
    }

    /** The newest keys of an epoch; empty if none are known. */
    Optional<EpochKeys> of(Direction direction, int epoch) {
        Optional<Entry> known = find(direction, epoch);
        if (known.isEmpty() && epoch > APPLICATION) {
            find(direction, epoch - 1).ifPresent(this::update);
            known = find(direction, epoch);
        }
        return known.map(Entry::keys);
    }

    private Optional<Entry> find(Direction direction, int epoch) {
        return entries.stream()
                .filter(entry -> entry.direction() == direction && entry.epoch() == epoch)
                .findFirst();
    }

    /** RFC 8446 section 7.2. */
    private void update(Entry last) {
        CipherSuiteParameters of = suite;
        Bytes secret = last.secret();
        if (of != null && secret != null) {
            TrafficKeys.dtls(of)
                    .next(secret.toByteArray())
                    .ifPresent(next -> traffic(of, last.direction(), last.epoch() + 1, Bytes.copyOf(next)));
        }
    }
}
