package dev.interloper.handshake.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** RFC 8448 section 3, a simple 1-RTT handshake. */
class TrafficKeysTest {

    private static final byte[] CLIENT_HANDSHAKE_SECRET =
            hex("b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21");
    private static final byte[] FINISHED_RECORD = hex("75ec4dc238cce60b298044a71e219c56cc77b0517fe9b93c7a4bfc44d87f38f8"
            + "0338ac98fc46deb384bd1caeacab6867d726c40546");
    private static final String FINISHED = "14000020a8ec436d677634ae525ac1fcebe11a039ec17694fac6e98527b642f2edd5ce61";

    private final TrafficKeys keys =
            TrafficKeys.tls(CipherSuiteParameters.of(0x1301).orElseThrow());

    @Test
    void keyAndIv_followFromTheSecret() throws GeneralSecurityException {
        assertThat(keys.expand(CLIENT_HANDSHAKE_SECRET, "key", 16)).isEqualTo(hex("dbfaa693d1762c5b666af5d950258d01"));
        assertThat(keys.expand(CLIENT_HANDSHAKE_SECRET, "iv", 12)).isEqualTo(hex("5bd3c71b836e0b76bb73265f"));
    }

    @Test
    void clientFinished_opens() {
        byte[] out = new byte[64];

        int length = protection(keys).open(0, 23, 0x0303, FINISHED_RECORD, 0, FINISHED_RECORD.length, out);

        assertThat(Arrays.copyOf(out, length)).isEqualTo(hex(FINISHED + "16"));
    }

    @Test
    void additionalDataOfTheCaller_countsTheSame() {
        byte[] out = new byte[64];
        byte[] header = hex("1703030035");

        assertThat(protection(keys).open(0, header, FINISHED_RECORD, 0, FINISHED_RECORD.length, out))
                .isEqualTo(37);
        assertThat(protection(keys).open(0, new byte[5], FINISHED_RECORD, 0, FINISHED_RECORD.length, out))
                .isEqualTo(-1);
    }

    @Test
    void anotherNumberHeaderOrDraft_opensNothing() {
        byte[] out = new byte[64];
        TrafficKeys draft24 = TrafficKeys.draft(CipherSuiteParameters.of(0x1301).orElseThrow(), 24);

        assertThat(protection(keys).open(1, 23, 0x0303, FINISHED_RECORD, 0, FINISHED_RECORD.length, out))
                .isEqualTo(-1);
        assertThat(protection(keys).open(0, 22, 0x0303, FINISHED_RECORD, 0, FINISHED_RECORD.length, out))
                .isEqualTo(-1);
        assertThat(protection(draft24).open(0, 23, 0x0303, FINISHED_RECORD, 0, FINISHED_RECORD.length, out))
                .isEqualTo(-1);
    }

    @Test
    void plaintextThatDoesNotFit_opensNothing() {
        assertThat(protection(keys).open(0, 23, 0x0303, FINISHED_RECORD, 0, FINISHED_RECORD.length, new byte[36]))
                .isEqualTo(-1);
        assertThat(protection(keys).open(0, 23, 0x0303, FINISHED_RECORD, 1, FINISHED_RECORD.length, new byte[64]))
                .isEqualTo(-1);
    }

    private static RecordProtection protection(TrafficKeys keys) {
        return keys.protection(CLIENT_HANDSHAKE_SECRET).orElseThrow();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
