package dev.interloper.handshake.crypto;

import dev.interloper.handshake.crypto.Epoch.Phase;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the protection off one connection's TLS records with what a key log knows. Fed with the handshake's messages, those that it
 * opened itself included, it follows which keys protect which records. Whatever bytes it is given it throws nothing, and a record
 * that does not open changes nothing: 0-RTT data that the server refused, say. Not thread-safe.
 */
public final class TlsDecryption {

    /** What became of a record. */
    public enum Result {
        /** Its plaintext is there. */
        OPENED,
        /** No keys are known for it. */
        NO_KEYS,
        /** No key that is known opens it. */
        FAILED
    }

    private static final int APPLICATION_DATA = 23;
    private static final int CLIENT_KEY_EXCHANGE = 16;
    private static final int END_OF_EARLY_DATA = 5;
    private static final int FINISHED = 20;
    private static final int KEY_UPDATE = 24;

    /** RFC 5246 section 6.2.3. */
    private static final int MAX_RECORD_LENGTH = (1 << 14) + 2048;

    private static final int[] TLS_1_3_SUITES = {0x1301, 0x1303, 0x1304, 0x1305, 0x1302};

    private final KeyLog log;
    private final ProtectedSide client = new ProtectedSide();
    private final ProtectedSide server = new ProtectedSide();
    private @Nullable TlsSecrets secrets;
    private @Nullable Negotiated negotiated;
    private @Nullable KeyBlock keyBlock;
    private Bytes clientKeyExchange = Bytes.EMPTY;
    private byte[] plaintext = new byte[0];
    private int plaintextLength;
    private int contentType;

    /** A connection of which nothing has been seen. */
    public TlsDecryption(KeyLog log) {
        this.log = log;
    }

    /** Takes note of any message, in the order of the connection. */
    public void message(Direction direction, HandshakeMessage message) {
        if (message instanceof ClientHello hello) {
            clientHello(hello.random());
        } else if (message instanceof ServerHello hello) {
            if (hello.isHelloRetryRequest()) {
                helloRetryRequest();
            } else {
                serverHello(Negotiated.of(hello));
            }
        } else {
            message(direction, message.type().code(), message.body());
        }
    }

    /** Takes note of a message that is no hello. */
    public void message(Direction direction, int type, Bytes body) {
        switch (type) {
            case CLIENT_KEY_EXCHANGE -> clientKeyExchange = body;
            case END_OF_EARLY_DATA -> side(direction).end(Phase.EARLY);
            case FINISHED -> side(direction).end(Phase.HANDSHAKE);
            case KEY_UPDATE -> side(direction).update();
            default -> {}
        }
    }

    /** Takes note of a ClientHello; for one of SSL 2.0's form, its challenge with zeros before it (RFC 5246 appendix E.2). */
    public void clientHello(Bytes random) {
        secrets = new TlsSecrets(log, random);
        if (negotiated == null) {
            secrets.early().ifPresent(secret -> client.begin(earlyEpochs(secret)));
        }
    }

    /** Which suite a 0-RTT secret belongs to is not known before the ServerHello. */
    private static List<Epoch> earlyEpochs(byte[] secret) {
        List<Epoch> epochs = new ArrayList<>();
        for (int code : TLS_1_3_SUITES) {
            CipherSuiteParameters.of(code)
                    .filter(suite -> secret.length == (suite.usesSha384() ? 48 : 32))
                    .ifPresent(suite -> epochs.add(Epoch.of(Phase.EARLY, TrafficKeys.tls(suite), secret)));
        }
        return epochs;
    }

    /** 0-RTT data is refused, its keys are used no more. */
    public void helloRetryRequest() {
        client.begin(List.of());
    }

    /** Takes note of a ServerHello. */
    public void serverHello(Negotiated hello) {
        negotiated = hello;
        keyBlock = null;
        clientKeyExchange = Bytes.EMPTY;
        Optional<CipherSuiteParameters> suite = CipherSuiteParameters.of(hello.cipherSuite());
        if (hello.isTls13()) {
            client.follow(epochs(true, hello, suite));
            server.begin(epochs(false, hello, suite));
        }
    }

    private List<Epoch> epochs(boolean ofClient, Negotiated hello, Optional<CipherSuiteParameters> suite) {
        if (secrets == null || suite.isEmpty() || !suite.get().isTls13()) {
            return List.of(Epoch.unknown(Phase.HANDSHAKE), Epoch.unknown(Phase.APPLICATION));
        }
        int version = hello.version().code();
        TrafficKeys keys =
                version == 0x0304 ? TrafficKeys.tls(suite.get()) : TrafficKeys.draft(suite.get(), version & 0xff);
        return List.of(
                epoch(Phase.HANDSHAKE, keys, secrets.handshake(ofClient)),
                epoch(Phase.APPLICATION, keys, secrets.application(ofClient)));
    }

    private static Epoch epoch(Phase phase, TrafficKeys keys, Optional<byte[]> secret) {
        return secret.map(known -> Epoch.of(phase, keys, known)).orElseGet(() -> Epoch.unknown(phase));
    }

    /** From now on a direction's records are protected by the keys agreed last; means nothing in TLS 1.3. */
    public void changeCipherSpec(Direction direction) {
        if (negotiated == null || negotiated.isTls13()) {
            return;
        }
        if (keyBlock == null) {
            keyBlock = agreedKeys(negotiated).orElse(null);
        }
        RecordProtection protection = keyBlock == null
                ? null
                : direction == Direction.CLIENT_TO_SERVER ? keyBlock.client() : keyBlock.server();
        side(direction).begin(List.of(Epoch.of(protection)));
    }

    private Optional<KeyBlock> agreedKeys(Negotiated hello) {
        TlsSecrets known = secrets;
        CipherSuiteParameters suite =
                CipherSuiteParameters.of(hello.cipherSuite()).orElse(null);
        if (known == null || suite == null || suite.isTls13() || hello.compressed()) {
            return Optional.empty();
        }
        int version = hello.version().code();
        byte[] clientRandom = known.clientRandom().toByteArray();
        byte[] serverRandom = hello.random().toByteArray();
        return known.master(hello.sessionId())
                .or(() -> hello.extendedMasterSecret() // which would need all that the handshake said
                        ? Optional.empty()
                        : known.premaster(clientKeyExchange)
                                .flatMap(secret ->
                                        KeyBlock.masterSecret(suite, version, secret, clientRandom, serverRandom)))
                .flatMap(master ->
                        KeyBlock.of(suite, version, master, clientRandom, serverRandom, hello.encryptThenMac()));
    }

    /** An unknown number of a direction's records is missing. */
    public void missing(Direction direction) {
        side(direction).missing();
    }

    /**
     * Whether records of this connection may yet be opened, so that reading it further makes sense. Before the ServerHello, and
     * before TLS 1.3 up to the ClientKeyExchange, any log may hold what finds them: a session id, an encrypted premaster secret.
     */
    public boolean mayOpen() {
        if (log.isEmpty()) {
            return false;
        }
        if (client.hasKeys() || server.hasKeys() || (secrets != null && secrets.any())) {
            return true;
        }
        if (negotiated == null || negotiated.isTls13()) {
            return negotiated == null;
        }
        Negotiated hello = negotiated;
        boolean beforeKeyExchange = clientKeyExchange.isEmpty() && keyBlock == null;
        return secrets != null
                && (secrets.master(hello.sessionId()).isPresent()
                        || beforeKeyExchange
                        || secrets.premaster(clientKeyExchange).isPresent());
    }

    /**
     * Opens a protected record.
     *
     * @param type the content type in the record's header
     * @param version the version in the record's header
     * @param record holds what follows the header
     * @param offset where it starts
     * @param length its length
     * @return whether {@link #plaintext()} holds its plaintext now
     */
    public Result open(Direction direction, int type, int version, byte[] record, int offset, int length) {
        plaintextLength = 0;
        ProtectedSide side = side(direction);
        if (!side.hasKeys()) {
            return Result.NO_KEYS;
        }
        boolean tls13 = negotiated == null || negotiated.isTls13();
        if (length > MAX_RECORD_LENGTH || (tls13 && type != APPLICATION_DATA)) {
            return Result.FAILED;
        }
        if (plaintext.length < length) {
            plaintext = new byte[Math.max(length, Math.min(2 * length, MAX_RECORD_LENGTH))];
        }
        int opened = side.open(type, version, record, offset, length, plaintext);
        if (opened < 0) {
            return Result.FAILED;
        }
        contentType = type;
        plaintextLength = opened;
        return tls13 ? inner() : Result.OPENED;
    }

    /** {@code TLSInnerPlaintext}: contents, their type, and zeros (RFC 8446 section 5.2). */
    private Result inner() {
        int end = plaintextLength;
        while (end > 0 && plaintext[end - 1] == 0) {
            end--;
        }
        if (end == 0) {
            plaintextLength = 0;
            return Result.FAILED;
        }
        contentType = plaintext[end - 1] & 0xff;
        plaintextLength = end - 1;
        return Result.OPENED;
    }

    /** The content type of the record opened last; with TLS 1.3, the one that was inside. */
    public int contentType() {
        return contentType;
    }

    /** Holds the plaintext of the record opened last, from its start; the next record overwrites it. */
    public byte[] plaintext() {
        return plaintext;
    }

    /** How many bytes {@link #plaintext()} holds. */
    public int plaintextLength() {
        return plaintextLength;
    }

    private ProtectedSide side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }
}
