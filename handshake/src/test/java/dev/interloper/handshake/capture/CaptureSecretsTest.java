package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureSecretsTest {

    private static final int TLS = 0x544c534b;

    private static String line(int connection) {
        return "CLIENT_RANDOM " + random(connection).hex() + " 0" + connection;
    }

    private static Bytes random(int connection) {
        byte[] random = new byte[32];
        random[31] = (byte) connection;
        return Bytes.copyOf(random);
    }

    private static byte[] secrets(ByteOrder order, int type, String text) {
        byte[] bytes = Wire.ascii(text);
        return ByteBuffer.allocate(8 + bytes.length)
                .order(order)
                .putInt(type)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    /** How many secrets were known at each packet. */
    private static List<String> known(byte[] file) throws CaptureException {
        PacketSource source = Formats.detect(new CaptureInput(new ByteArrayInputStream(file)));
        RawPacket packet = new RawPacket();
        List<String> known = new ArrayList<>();
        while (source.next(packet)) {
            known.add(source.secrets().toString());
        }
        return known;
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void secrets_beforeAndBetweenPackets_areKnownFromThereOn(String name) throws CaptureException {
        ByteOrder order = name.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] file = new Pcapng()
                .section(order)
                .block(10, secrets(order, TLS, "# comment\n" + line(1) + "\n" + line(2) + "\r\n"))
                .iface(1)
                .packet(0, 1, new byte[20])
                .packet(0, 2, new byte[20])
                .block(10, secrets(order, TLS, line(3)))
                .block(10, secrets(order, TLS, line(4)))
                .packet(0, 3, new byte[20])
                .bytes();

        assertThat(known(file)).containsExactly("2 secrets", "2 secrets", "4 secrets");
    }

    @Test
    void secrets_ofAnotherProtocol_arePassedOver() throws CaptureException {
        byte[] file = new Pcapng()
                .section(ByteOrder.LITTLE_ENDIAN)
                .block(10, secrets(ByteOrder.LITTLE_ENDIAN, 0x57474b4c, line(1)))
                .iface(1)
                .packet(0, 1, new byte[20])
                .bytes();

        assertThat(known(file)).containsExactly("0 secrets");
    }

    @Test
    void secretsLongerThanTheirBlock_areMalformed() {
        byte[] block = secrets(ByteOrder.LITTLE_ENDIAN, TLS, line(1));
        block[5] = 1;
        byte[] file =
                new Pcapng().section(ByteOrder.LITTLE_ENDIAN).block(10, block).bytes();

        assertThat(Reading.of(file).summary().problem().orElseThrow().kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
    }

    @Test
    void get_tooMany_leavesTheRestOut() {
        CaptureSecrets secrets = new CaptureSecrets();
        byte[] first = Wire.ascii(line(1));
        byte[] late = Wire.ascii(line(2));
        secrets.add(first, 0, first.length);
        byte[] comment = new byte[1 << 20];
        comment[0] = '#';
        for (int i = 0; i < CaptureSecrets.MAX_BYTES / comment.length; i++) {
            secrets.add(comment, 0, comment.length);
        }
        secrets.add(late, 0, 0);
        secrets.add(comment, 0, comment.length);
        KeyLog known = secrets.get();

        assertThat(known.secret("CLIENT_RANDOM", random(1))).isPresent();
        assertThat(known).hasToString("1 secrets");
    }
}
