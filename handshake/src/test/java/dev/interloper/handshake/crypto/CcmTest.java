package dev.interloper.handshake.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of RFC 3610 section 8: key C0 to CF, 8 bytes of additional data, contents that count on from 08. */
class CcmTest {

    private static final byte[] KEY = counting(0xc0, 16);
    private static final byte[] ADDITIONAL = counting(0, 8);

    @ParameterizedTest
    @CsvSource({
        "00000003020100a0a1a2a3a4a5, 23, 588c979a61c663d2f066d0c2c0f989806d5f6b61dac38417e8d12cfdf926e0",
        "00000004030201a0a1a2a3a4a5, 24, 72c91a36e135f8cf291ca894085c87e3cc15c439c9e43a3ba091d56e10400916"
    })
    void packetVectors_open(String nonce, int length, String sealed) throws GeneralSecurityException {
        byte[] out = new byte[length];
        byte[] in = hex("ff" + sealed);

        int opened = new Ccm(KEY, 8).open(hex(nonce), ADDITIONAL, in, 1, in.length - 1, out);

        assertThat(opened).isEqualTo(length);
        assertThat(out).isEqualTo(counting(8, length));
    }

    @Test
    void anyChangedBit_isNoticed() {
        byte[] nonce = hex("00000003020100a0a1a2a3a4a5");
        byte[] sealed = hex("588c979a61c663d2f066d0c2c0f989806d5f6b61dac38417e8d12cfdf926e0");
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> new Ccm(KEY, 8)
                            .open(nonce, ADDITIONAL, changed, 0, changed.length, new byte[sealed.length]))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void shorterThanATag_isNoticed() {
        assertThatThrownBy(() -> new Ccm(KEY, 8).open(new byte[12], ADDITIONAL, new byte[7], 0, 7, new byte[16]))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static byte[] counting(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
