package dev.interloper.handshake.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.wire.Bytes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLogTest {

    private static final String RANDOM = "00112233445566778899aabbccddeeff".repeat(2);
    private static final String OTHER = "ffeeddccbbaa99887766554433221100".repeat(2);
    private static final String SECRET = "5ec7e7".repeat(16);
    private static final String LINE = "CLIENT_RANDOM " + RANDOM + " " + SECRET;

    private static Bytes secretOf(KeyLog log) {
        return log.secret("CLIENT_RANDOM", Bytes.ofHex(RANDOM)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s\n", "%s\r\n", "# made today\r\n\r\n%s\r\n", "  %s\t\n", "\u00ef\u00bb\u00bf%s\n"})
    void lineEndsCommentsAndBlanks_sayNothing(String form) {
        KeyLog log = KeyLog.parse(String.format(form, LINE));

        assertThat(secretOf(log)).isEqualTo(Bytes.ofHex(SECRET));
        assertThat(log.unreadableLines()).isZero();
    }

    @Test
    void upperCaseHexadecimalAndTabs_areRead() {
        KeyLog log = KeyLog.parse(
                "CLIENT_RANDOM\t" + RANDOM.toUpperCase(Locale.ROOT) + "\t" + SECRET.toUpperCase(Locale.ROOT));

        assertThat(secretOf(log)).isEqualTo(Bytes.ofHex(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLIENT_RANDOM",
                "CLIENT_RANDOM 00",
                "CLIENT_RANDOM 00 11",
                "CLIENT_RANDOM xx yy",
                "LINE 00",
                "LINE0",
                "RSA Session-ID: Master-Key:00",
                "RSA Session-ID:00 Master-Key:",
                "RSA Session-ID:00 00",
                "RSA 00112233 445566",
                "\u0000\u0001"
            })
    void otherLines_areCounted(String junk) {
        KeyLog log = KeyLog.parse(junk.replace("LINE", LINE) + "\n" + "CLIENT_RANDOM " + OTHER + " " + SECRET);

        assertThat(log.unreadableLines()).isEqualTo(1);
        assertThat(log).hasToString("1 secrets");
    }

    @Test
    void sessionId_findsMasterSecret() {
        KeyLog log = KeyLog.parse("RSA Session-ID:0a0b Master-Key:" + SECRET);

        assertThat(log.masterSecret(Bytes.ofHex("0a0b"))).contains(Bytes.ofHex(SECRET));
        assertThat(log.masterSecret(Bytes.EMPTY)).isEmpty();
    }

    @Test
    void encryptedPremasterSecretsStart_findsPremasterSecret() {
        KeyLog log = KeyLog.parse("RSA 0102030405060708 " + SECRET);

        assertThat(log.premasterSecret(Bytes.ofHex("01020304050607081122"))).contains(Bytes.ofHex(SECRET));
        assertThat(log.premasterSecret(Bytes.ofHex("01020304050607"))).isEmpty();
        assertThat(log.premasterSecret(Bytes.ofHex("0102030405060709"))).isEmpty();
    }

    @Test
    void laterLine_counts() {
        assertThat(secretOf(KeyLog.parse(LINE + "\nCLIENT_RANDOM " + RANDOM + " 01")))
                .isEqualTo(Bytes.ofHex("01"));
        assertThat(secretOf(KeyLog.parse(LINE).and(KeyLog.parse("CLIENT_RANDOM " + RANDOM + " 02"))))
                .isEqualTo(Bytes.ofHex("02"));
    }

    @Test
    void and_knowsBoth() {
        KeyLog both = KeyLog.parse(LINE + "\nx").and(KeyLog.parse("y\nCLIENT_RANDOM " + OTHER + " 01"));

        assertThat(secretOf(both)).isEqualTo(Bytes.ofHex(SECRET));
        assertThat(both.secret("CLIENT_RANDOM", Bytes.ofHex(OTHER))).isPresent();
        assertThat(both.unreadableLines()).isEqualTo(2);
        assertThat(KeyLog.empty().and(KeyLog.empty()).isEmpty()).isTrue();
    }

    @Test
    void text_holdsNoSecret() {
        assertThat(KeyLog.parse(LINE).toString()).doesNotContain(SECRET).doesNotContain(RANDOM);
    }

    @Test
    void hugeFile_isReadLineByLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.log");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < 10_000; i++) {
                out.write("f".repeat(8000)); // 80 MB without a line's end
            }
            out.write("\n# " + "é".repeat(100_000) + "\n" + LINE + " ".repeat(5000) + "\n");
            for (int i = 0; i < 20_000; i++) {
                out.write(String.format("CLIENT_RANDOM %064x %s%n", i, SECRET));
            }
        }
        KeyLog log = KeyLog.file(file);

        assertThat(log).hasToString("20000 secrets");
        assertThat(log.unreadableLines()).isEqualTo(2);
    }

    @Property(tries = 300)
    void anyText_isRead(@ForAll String text) {
        assertThat(KeyLog.parse(text + "\n" + LINE).secret("CLIENT_RANDOM", Bytes.ofHex(RANDOM)))
                .contains(Bytes.ofHex(SECRET));
    }
}
