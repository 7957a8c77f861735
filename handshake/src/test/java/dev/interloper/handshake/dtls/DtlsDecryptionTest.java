package dev.interloper.handshake.dtls;

import static dev.interloper.handshake.dtls.DtlsBytes.connectionId;
import static dev.interloper.handshake.dtls.DtlsBytes.fragment;
import static dev.interloper.handshake.dtls.DtlsBytes.handshake;
import static dev.interloper.handshake.dtls.DtlsBytes.hello;
import static dev.interloper.handshake.dtls.DtlsBytes.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.crypto.Hkdf;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.secrets.KeyLog;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DtlsDecryptionTest {

    private static final int AES_128_GCM = 0x1301;
    private static final byte[] HANDSHAKE_SECRET = TlsBytes.noise(32, 21);
    private static final byte[] TRAFFIC_SECRET = TlsBytes.noise(32, 22);
    private static final byte[] MASTER = TlsBytes.noise(48, 23);
    private static final byte[] RANDOMS = Wire.concat(TlsBytes.SERVER_RANDOM, TlsBytes.CLIENT_RANDOM);
    private static final byte[] ID = TlsBytes.noise(7, 54);
    private static final byte[] NO_ID = new byte[0];
    private static final byte[] BODY = TlsBytes.noise(300, 24);

    private static final KeyLog KEYS = KeyLog.parse(line("SERVER_HANDSHAKE_TRAFFIC_SECRET", HANDSHAKE_SECRET)
            + line("CLIENT_TRAFFIC_SECRET_0", TRAFFIC_SECRET)
            + line("CLIENT_RANDOM", MASTER));

    private static String line(String label, byte[] secret) {
        HexFormat hex = HexFormat.of();
        return label + " " + hex.formatHex(TlsBytes.CLIENT_RANDOM) + " " + hex.formatHex(secret) + "\n";
    }

    private static Heard dtls13(int suite) {
        return new Heard(KEYS)
                .client(handshake(0, message(1, 0, hello(new byte[0], connectionId(7)))))
                .server(handshake(0, message(2, 0, DtlsBytes.serverHello(suite, TlsBytes.extension(43, new byte[] {
                    (byte) 0xfe, (byte) 0xfc
                })))));
    }

    private static Heard dtls12() {
        return new Heard(KEYS)
                .client(handshake(0, message(1, 0, hello(new byte[0], connectionId(0)))))
                .server(handshake(0, message(2, 0, DtlsBytes.serverHello(0xc02b, connectionId(7)))));
    }

    private static byte[] inner(byte[] contents, int type, int zeros) {
        return Wire.concat(contents, new byte[] {(byte) type}, new byte[zeros]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1301, 0x1303})
    void fragmentsUnderDtls13_areAMessage(int suite) throws GeneralSecurityException {
        byte[] first = inner(fragment(11, 2, BODY, 0, 150), 22, 0);
        byte[] second = inner(fragment(11, 2, BODY, 150, 300), 22, 9);
        Heard heard = dtls13(suite)
                .server(Sealer.unified(suite, HANDSHAKE_SECRET, 2, 0, NO_ID, false, first))
                .server(Sealer.unified(suite, HANDSHAKE_SECRET, 2, 1, ID, true, second));

        assertThat(heard.types()).containsExactly(1, 2, 11);
        assertThat(heard.bodies()).element(2).isEqualTo(BODY);
        assertThat(heard.messages.get(2).decrypted()).isTrue();
        assertThat(heard.messages.get(2).epoch()).isEqualTo(2);
        assertThat(heard.records.subList(2, 4))
                .allMatch(record -> record.encrypted() && record.decrypted() && record.contentType() == 22)
                .extracting(DtlsRecord::sequence)
                .containsExactly(0L, 1L);
        assertThat(heard.problems).isEmpty();
    }

    @Test
    void sequenceNumber_isCompletedFromItsLastBits() throws GeneralSecurityException {
        Heard heard = dtls13(AES_128_GCM);
        long[] numbers = {0, 200, 300, 290, 500, 70_000 - 5_000, 66_000, 98_000};
        for (long number : numbers) {
            byte[] alert = inner(new byte[] {1, 90}, 21, 0);
            boolean shortForm = number == 300 || number == 290;
            heard.server(Sealer.unified(AES_128_GCM, HANDSHAKE_SECRET, 2, number, NO_ID, shortForm, alert));
        }

        assertThat(heard.records.subList(2, heard.records.size()))
                .extracting(DtlsRecord::sequence)
                .containsExactly(Arrays.stream(numbers).boxed().toArray(Long[]::new));
        assertThat(heard.alerts).hasSize(numbers.length).containsOnly("SERVER_TO_CLIENT 1 90 decrypted");
    }

    @Test
    void keyUpdate_givesTheNextEpochsKeys() throws GeneralSecurityException {
        byte[] next = Hkdf.sha256().expandPrefixedLabel(TRAFFIC_SECRET, "dtls13traffic upd", 32);
        Heard heard = dtls13(AES_128_GCM)
                .client(Sealer.unified(AES_128_GCM, TRAFFIC_SECRET, 3, 0, NO_ID, false, inner(new byte[20], 23, 0)))
                .client(Sealer.unified(
                        AES_128_GCM, next, 4, 0, NO_ID, false, inner(message(24, 5, new byte[1]), 22, 0)));

        assertThat(heard.types()).containsExactly(1, 2, 24);
        assertThat(heard.messages.get(2).epoch()).isEqualTo(4);
    }

    @Test
    void recordThatDoesNotOpen_isARecordOnly() throws GeneralSecurityException {
        byte[] forged =
                Sealer.unified(AES_128_GCM, HANDSHAKE_SECRET, 2, 0, NO_ID, false, inner(message(20, 3, BODY), 22, 0));
        for (int i = 0; i < forged.length; i++) {
            byte[] changed = forged.clone();
            changed[i] ^= 0x40;
            Heard heard = dtls13(AES_128_GCM).server(changed);
            assertThat(heard.types()).containsExactly(1, 2);
        }
        for (int length = 0; length < forged.length; length++) {
            Heard heard = dtls13(AES_128_GCM).server(Arrays.copyOf(forged, length));
            assertThat(heard.types()).containsExactly(1, 2);
        }
    }

    @Test
    void finishedOfDtls12_isDecrypted() throws GeneralSecurityException {
        byte[] finished = message(20, 4, TlsBytes.noise(12, 1));
        Heard heard = dtls12().client(Sealer.classic(MASTER, RANDOMS, 22, 0, finished));

        assertThat(heard.types()).containsExactly(1, 2, 20);
        assertThat(heard.messages.get(2).decrypted()).isTrue();
    }

    @Test
    void connectionIdOfDtls12_isDecrypted() throws GeneralSecurityException {
        byte[] finished = inner(message(20, 4, TlsBytes.noise(12, 1)), 22, 3);
        Heard heard = dtls12().client(Sealer.withConnectionId(MASTER, RANDOMS, 5, ID, finished));

        assertThat(heard.types()).containsExactly(1, 2, 20);
        assertThat(heard.records.get(2).contentType()).isEqualTo(22);
        assertThat(heard.problems).isEmpty();
    }

    @Test
    void withoutSecrets_nothingIsDecrypted() throws GeneralSecurityException {
        Heard heard = new Heard()
                .client(handshake(0, message(1, 0, hello(new byte[0]))))
                .server(handshake(0, message(2, 0, DtlsBytes.serverHello(0xc02b))))
                .client(Sealer.classic(MASTER, RANDOMS, 22, 0, message(20, 4, new byte[12])));

        assertThat(heard.types()).containsExactly(1, 2);
        assertThat(heard.records.get(2).decrypted()).isFalse();
    }

    @Test
    void nearest_isTheNumberNearestToTheExpectedOne() {
        assertThat(UnifiedKeys.nearest(0, 0xff, 8)).isEqualTo(255);
        assertThat(UnifiedKeys.nearest(256, 0xff, 8)).isEqualTo(255);
        assertThat(UnifiedKeys.nearest(255, 0x01, 8)).isEqualTo(257);
        assertThat(UnifiedKeys.nearest(0x12345, 0x2340, 16)).isEqualTo(0x12340);
        assertThat(UnifiedKeys.nearest(0x1fffe, 0x0001, 16)).isEqualTo(0x20001);
    }
}
