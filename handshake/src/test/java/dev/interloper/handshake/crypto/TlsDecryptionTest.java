package dev.interloper.handshake.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.crypto.RecordedConnection.Sent;
import dev.interloper.handshake.crypto.TlsDecryption.Result;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlsDecryptionTest {

    private static final int FINISHED = 20;

    static Stream<RecordedConnection> connections() {
        return RecordedConnection.all();
    }

    private static RecordDriver read(RecordedConnection connection, KeyLog log) {
        RecordDriver driver = new RecordDriver(log);
        connection
                .records()
                .forEach(sent -> driver.feed(sent.direction(), sent.bytes().toByteArray()));
        return driver;
    }

    private static void assertComplete(RecordDriver driver) {
        for (Direction direction : Direction.values()) {
            assertThat(driver.messages())
                    .anyMatch(message ->
                            message.type() == FINISHED && message.direction() == direction && message.decrypted());
        }
        assertThat(text(driver, Direction.CLIENT_TO_SERVER)).contains("ping");
        assertThat(text(driver, Direction.SERVER_TO_CLIENT)).contains("pong");
    }

    private static String text(RecordDriver driver, Direction direction) {
        return new String(driver.data(direction), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("connections")
    void keyedConnection_isReadToItsEnd(RecordedConnection connection) {
        RecordDriver driver = read(connection, connection.log());

        assertThat(driver.results()).isNotEmpty().containsOnly(Result.OPENED);
        assertThat(driver.decryption().mayOpen()).isTrue();
        assertComplete(driver);
    }

    @ParameterizedTest
    @MethodSource("connections")
    void recordsThatDoNotOpen_changeNothing(RecordedConnection connection) {
        RecordDriver driver = new RecordDriver(connection.log());
        int junk = 0;
        for (Sent sent : connection.records()) {
            if (!driver.results().isEmpty() || sent.isProtected()) {
                for (int length : new int[] {0, 1, 16, 17, 64, 80, 1000}) {
                    byte[] record = new byte[5 + length];
                    record[0] = 23;
                    record[1] = 3;
                    record[2] = 3;
                    record[3] = (byte) (length >> 8);
                    record[4] = (byte) length;
                    driver.feed(sent.direction(), record);
                    junk++;
                }
            }
            driver.feed(sent.direction(), sent.bytes().toByteArray());
        }

        assertThat(driver.results().stream().filter(result -> result != Result.OPENED))
                .hasSize(junk);
        assertComplete(driver);
    }

    @ParameterizedTest
    @MethodSource("connections")
    void withoutSecrets_nothingOpens(RecordedConnection connection) {
        RecordDriver none = read(connection, KeyLog.empty());
        RecordDriver others = read(
                connection,
                KeyLog.parse(RecordedConnection.all()
                        .filter(other -> !other.name().equals(connection.name()))
                        .findFirst()
                        .orElseThrow()
                        .keys()));

        assertThat(none.results()).containsOnly(Result.NO_KEYS);
        assertThat(none.decryption().mayOpen()).isFalse();
        assertThat(others.results()).containsOnly(Result.NO_KEYS);
        assertThat(others.decryption().mayOpen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("connections")
    void withWrongSecrets_nothingOpens(RecordedConnection connection) {
        String wrong = connection
                .keys()
                .lines()
                .map(line -> line.substring(0, line.length() - 8) + "00000000\n")
                .collect(Collectors.joining());
        RecordDriver driver = read(connection, KeyLog.parse(wrong));

        assertThat(driver.results()).contains(Result.FAILED).doesNotContain(Result.OPENED);
    }

    @Test
    void tls13Certificate_isSeen() {
        RecordedConnection connection = RecordedConnection.named("TLS 1.3");

        List<CertificateMessage> certificates = read(connection, connection.log()).messages().stream()
                .filter(message -> message.parsed() instanceof CertificateMessage)
                .map(message -> (CertificateMessage) message.parsed())
                .toList();

        assertThat(certificates)
                .singleElement()
                .satisfies(message -> assertThat(message.entries())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.der().at(0)).isEqualTo(0x30)));
    }

    @Test
    void earlyData_isReadBeforeTheServerHello() {
        RecordedConnection connection = RecordedConnection.named("0-RTT data, TLS 1.3");

        assertThat(text(read(connection, connection.log()), Direction.CLIENT_TO_SERVER))
                .startsWith("early");
    }

    @Test
    void refusedEarlyData_isPassedOver() {
        RecordedConnection connection = RecordedConnection.named("0-RTT data, TLS 1.3");
        KeyLog withoutEarly = KeyLog.parse(connection.keys().replace("CLIENT_EARLY", "ANOTHER"));

        RecordDriver driver = read(connection, withoutEarly);

        assertThat(driver.results().get(0)).isEqualTo(Result.NO_KEYS);
        assertComplete(driver);
    }

    @Test
    void handshakeSecretMissing_applicationDataStillOpens() {
        RecordedConnection connection = RecordedConnection.named("TLS 1.3");
        KeyLog log = KeyLog.parse(connection.keys().replace("_HANDSHAKE_", "_OTHER_"));

        RecordDriver driver = read(connection, log);

        assertThat(driver.results()).contains(Result.FAILED, Result.OPENED);
        assertThat(text(driver, Direction.CLIENT_TO_SERVER)).isEqualTo("ping");
        assertThat(text(driver, Direction.SERVER_TO_CLIENT)).isEqualTo("pong");
    }

    @ParameterizedTest
    @MethodSource("connections")
    void holeBeforeTheLastRecord_isLookedOver(RecordedConnection connection) {
        if (connection.name().contains("TLS 1.0") || connection.name().contains("updates")) {
            return; // what was lost would be needed
        }
        List<Sent> ofServer = connection.records().stream()
                .filter(sent -> sent.direction() == Direction.SERVER_TO_CLIENT)
                .toList();
        int last = 0;
        for (int i = 0; i < connection.records().size(); i++) {
            if (connection.records().get(i).equals(ofServer.get(ofServer.size() - 1))) {
                last = i;
            }
        }
        Sent lost = ofServer.get(ofServer.size() - 2);
        RecordDriver driver = new RecordDriver(connection.log());
        for (int i = 0; i <= last; i++) {
            Sent sent = connection.records().get(i);
            if (sent.equals(lost)) {
                driver.decryption().missing(Direction.SERVER_TO_CLIENT);
            } else {
                driver.feed(sent.direction(), sent.bytes().toByteArray());
            }
        }

        assertThat(driver.results().get(driver.results().size() - 1)).isEqualTo(Result.OPENED);
    }

    @Property(tries = 300)
    void anyCalls_throwNothing(
            @ForAll byte[] bytes,
            @ForAll @IntRange(max = 0xffff) int suite,
            @ForAll @IntRange(min = 0x02fe, max = 0x0306) int version,
            @ForAll boolean flag,
            @ForAll @IntRange(max = 300) int type) {
        Bytes random = Bytes.copyOf(new byte[32]);
        KeyLog log = KeyLog.parse("CLIENT_RANDOM " + random.hex() + " 00\nCLIENT_HANDSHAKE_TRAFFIC_SECRET "
                + random.hex() + " 11\nCLIENT_EARLY_TRAFFIC_SECRET " + random.hex() + " " + random.hex());
        TlsDecryption decryption = new TlsDecryption(log);
        Direction direction = flag ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        decryption.changeCipherSpec(direction);
        decryption.open(direction, type, version, bytes, 0, bytes.length);
        decryption.clientHello(random);
        decryption.open(direction, 23, version, bytes, 0, bytes.length);
        int known = flag ? suite : 0xc000 | (suite & 0x3f);
        decryption.serverHello(
                new Negotiated(new TlsVersion(version), known, Bytes.copyOf(bytes), Bytes.EMPTY, flag, false, false));
        decryption.message(direction, type % 25, Bytes.copyOf(bytes));
        decryption.changeCipherSpec(direction);
        decryption.missing(direction);
        decryption.mayOpen();
        assertThat(decryption.open(direction, 23, version, bytes, 0, bytes.length))
                .isNotEqualTo(Result.OPENED);
        assertThat(decryption.open(direction, 22, version, bytes, 1, bytes.length))
                .isNotEqualTo(Result.OPENED);
    }
}
