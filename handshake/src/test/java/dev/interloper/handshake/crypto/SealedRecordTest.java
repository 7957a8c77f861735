package dev.interloper.handshake.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.NullCipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of suites that current TLS libraries no longer speak, sealed here with the JDK's ciphers. */
class SealedRecordTest {

    private static final byte[] MASTER = filled(48, 7);
    private static final byte[] CLIENT = filled(32, 1);
    private static final byte[] SERVER = filled(32, 2);

    @ParameterizedTest
    @CsvSource({
        "000a, 0300", "000a, 0301", "000a, 0302", "000a, 0303", "000a, feff", "000a, 0100", "0009, 0301", "002f, 0300",
        "0005, 0300", "0005, 0301", "0005, 0303", "0004, 0300", "0004, 0302", "0001, 0300", "003b, 0303", "003b, fefd"
    })
    void recordsInARow_open(String code, String versionCode) throws GeneralSecurityException {
        int version = Integer.parseInt(versionCode, 16);
        CipherSuiteParameters suite =
                CipherSuiteParameters.of(Integer.parseInt(code, 16)).orElseThrow();
        Sealer sealer = new Sealer(suite, version);
        RecordProtection server = KeyBlock.of(suite, version, MASTER, CLIENT, SERVER, false)
                .orElseThrow()
                .server();
        byte[] out = new byte[1000];
        for (int i = 0; i < 20; i++) {
            byte[] plain = filled(i * 7, i);
            byte[] sealed = sealer.seal(i, 22, plain);
            byte[] changed = sealed.clone();
            changed[changed.length / 2] ^= 1;

            assertThat(server.open(i, 22, version, changed, 0, changed.length, out))
                    .isEqualTo(-1);
            assertThat(server.open(i + 1, 22, version, sealed, 0, sealed.length, out))
                    .isEqualTo(-1);
            assertThat(server.open(i, 23, version, sealed, 0, sealed.length, out))
                    .isEqualTo(-1);
            assertThat(server.open(i, 22, version, sealed, 0, sealed.length, out))
                    .isEqualTo(plain.length);
            assertThat(Arrays.copyOf(out, plain.length)).isEqualTo(plain);
        }
    }

    @Test
    void rc4_isTheKnownStream() {
        byte[] stream = new byte[16];
        Rc4.of(HexFormat.of().parseHex("0102030405")).apply(stream); // RFC 6229 section 2

        assertThat(HexFormat.of().formatHex(stream)).isEqualTo("b2396305f03dc027ccc3524a0a1118a8");
    }

    @Test
    void suitesThatCannotBeOpened_areNotThere() {
        assertThat(CipherSuiteParameters.of(0x0041)).isEmpty(); // Camellia
        assertThat(CipherSuiteParameters.of(0x0003)).isEmpty(); // export
        assertThat(CipherSuiteParameters.of(0x00ff)).isEmpty();
        assertThat(CipherSuiteParameters.of(0xc0a8))
                .map(CipherSuiteParameters::kind)
                .contains(CipherSuiteParameters.Kind.CCM_8);
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    /** The server's side of a connection. */
    private static final class Sealer {

        private final CipherSuiteParameters suite;
        private final int version;
        private final byte[] macKey;
        private final Cipher cipher;

        Sealer(CipherSuiteParameters suite, int version) throws GeneralSecurityException {
            this.suite = suite;
            this.version = version;
            int mac = suite.macLength();
            int key = suite.keyLength();
            int iv = suite.ivLength(version);
            byte[] block = Prf.keyBlock(suite, version, MASTER, CLIENT, SERVER, 2 * (mac + key + iv));
            macKey = Arrays.copyOfRange(block, mac, 2 * mac);
            byte[] keyBytes = Arrays.copyOfRange(block, 2 * mac + key, 2 * mac + 2 * key);
            byte[] ivBytes = Arrays.copyOfRange(block, block.length - iv, block.length);
            switch (suite.kind()) {
                case CBC -> {
                    // one cipher for all records chains them; an explicit IV is then a first block of anything
                    cipher = Cipher.getInstance(suite.cipherAlgorithm() + "/CBC/NoPadding");
                    IvParameterSpec first = new IvParameterSpec(iv == 0 ? new byte[suite.blockLength()] : ivBytes);
                    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keyBytes, suite.cipherAlgorithm()), first);
                }
                case RC4 -> {
                    cipher = Cipher.getInstance("ARCFOUR");
                    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keyBytes, "ARCFOUR"));
                }
                default -> cipher = new NullCipher();
            }
        }

        byte[] seal(long sequence, int type, byte[] plain) throws GeneralSecurityException {
            ByteArrayOutputStream contents = new ByteArrayOutputStream();
            boolean block = suite.kind() == CipherSuiteParameters.Kind.CBC;
            if (block && suite.ivLength(version) == 0) {
                contents.writeBytes(filled(suite.blockLength(), 0x55));
            }
            contents.writeBytes(plain);
            contents.writeBytes(mac(sequence, type, plain));
            if (block) {
                int padding = suite.blockLength() - 1 - contents.size() % suite.blockLength();
                contents.writeBytes(filled(padding + 1, padding));
            }
            byte[] sealed = cipher.update(contents.toByteArray());
            return sealed == null ? new byte[0] : sealed;
        }

        private byte[] mac(long sequence, int type, byte[] plain) throws GeneralSecurityException {
            String header = String.format("%016x%02x", sequence, type);
            String length = String.format("%04x", plain.length);
            if (version != 0x0300) {
                Mac mac = Mac.getInstance(suite.macAlgorithm());
                mac.init(new SecretKeySpec(macKey, suite.macAlgorithm()));
                mac.update(HexFormat.of().parseHex(header + String.format("%04x", version) + length));
                return mac.doFinal(plain);
            }
            String pad = suite.macAlgorithm().equals("HmacMD5") ? "6".repeat(48) : "6".repeat(40);
            MessageDigest digest = MessageDigest.getInstance(suite.digestAlgorithm());
            digest.update(macKey);
            digest.update(pad.getBytes(StandardCharsets.US_ASCII)); // '6' is 0x36, '\\' is 0x5c
            digest.update(HexFormat.of().parseHex(header + length));
            byte[] inner = digest.digest(plain);
            digest.update(macKey);
            digest.update(pad.replace('6', '\\').getBytes(StandardCharsets.US_ASCII));
            return digest.digest(inner);
        }
    }
}
