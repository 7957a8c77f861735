package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.pin.NetworkSecurityConfig;
import dev.interloper.certs.pin.OkHttpPins;
import dev.interloper.certs.pin.Pin;
import dev.interloper.core.Interloper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of pins, as applications have them. */
class PinFileTest {

    private static final String HOST = "avedge.fabrikam.example";
    private static final Path FOUNDING = Path.of("..", "captures", "founding-case.pcapng");
    private static final Path BYPASSED = Path.of("..", "captures", "founding-case-bypassed.pcapng");

    @TempDir
    private Path folder;

    /** A line with the key of the certificate in a capture. */
    private static String line(Path capture) throws IOException {
        Pin pin = Interloper.create().capture(capture).inspect().connections().stream()
                .flatMap(one -> one.observation().chain().leaf().stream())
                .map(Pin::of)
                .findFirst()
                .orElseThrow();
        return HOST + " " + pin + "\n";
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("pins"), text).toString();
    }

    private Run inspect(Path capture, String pins) throws IOException {
        return Run.of("inspect", "--pins", file(pins), capture.toString());
    }

    @Test
    void inspect_pinnedKeyMet_isDirectWithoutAnyRoot() throws IOException {
        Run run = inspect(BYPASSED, line(BYPASSED));
        assertThat(run.out()).contains("Verdict: DIRECT", "pins.key");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void inspect_pinnedKeyMissing_saysSo() throws IOException {
        Run run = inspect(FOUNDING, line(BYPASSED));
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("None of the keys that are pinned for " + HOST + " is in the chain");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void inspect_networkSecurityConfig_isReadAsSuch() throws IOException {
        String xml = NetworkSecurityConfig.write(OkHttpPins.read(line(BYPASSED)));
        assertThat(inspect(BYPASSED, "\ufeff" + xml).out()).contains("Verdict: DIRECT", "pins.key");
    }

    @Test
    void inspect_trustKit_isReadAsSuch() throws IOException {
        String hash = line(BYPASSED).trim().substring((HOST + " sha256/").length());
        assertThat(Base64.getDecoder().decode(hash)).hasSize(32);
        String plist = """
                <?xml version="1.0" encoding="UTF-8"?>
                <plist version="1.0"><dict><key>TSKPinnedDomains</key><dict><key>%s</key><dict>
                <key>TSKEnforcePinning</key><true/>
                <key>TSKPublicKeyHashes</key><array><string>%s</string><string>%s</string></array>
                </dict></dict></dict></plist>
                """.formatted(HOST, hash, Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(inspect(BYPASSED, plist).out()).contains("Verdict: DIRECT", "pins.key");
    }

    @Test
    void inspect_settingThatIsOfNoUse_isSaidAloud() throws IOException {
        String xml = """
                <network-security-config>
                  <domain-config cleartextTrafficPermitted="false">
                    <domain>%s</domain>
                    <trust-anchors><certificates src="user" overridePins="true"/></trust-anchors>
                    <pin-set><pin digest="SHA-256">%s</pin></pin-set>
                  </domain-config>
                </network-security-config>
                """.formatted(HOST, Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(inspect(FOUNDING, xml).err()).contains("interloper: --pins:", "overridePins");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOST + " sha256/short", HOST, "<network-security-config>", "<html/>", "\u0000\u0001"})
    void inspect_brokenFile_is64WithTheLine(String text) throws IOException {
        Run run = inspect(FOUNDING, text);
        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("--pins", "line 1");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void inspect_noUtf8_is64() throws IOException {
        Path file = Files.write(folder.resolve("latin"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Run run = Run.of("inspect", "--pins", file.toString(), FOUNDING.toString());
        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("not UTF-8");
    }
}
