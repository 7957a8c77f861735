package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.name.ServerName;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustKitConfigTest {
    private static final String A = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String B = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    private static final String DOCTYPE =
            "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";
    private static final String FULL = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s
            <plist version="1.0">
            <dict>
              <key>CFBundleName</key><string>App</string>
              <key>TSKConfiguration</key>
              <dict>
                <key>TSKSwizzleNetworkDelegates</key><false/>
                <key>TSKIgnorePinningForUserDefinedTrustAnchors</key><true/>
                <key>TSKPinnedDomains</key>
                <dict>
                  <key>example.com</key>
                  <dict>
                    <key>TSKIncludeSubdomains</key><true/>
                    <key>TSKExpirationDate</key><string>2027-01-01</string>
                    <key>TSKPublicKeyAlgorithms</key><array><string>TSKAlgorithmRsa2048</string></array>
                    <key>TSKPublicKeyHashes</key>
                    <array><string>%s</string><string>%s</string></array>
                    <key>TSKReportUris</key><array><string>https://r.example/</string></array>
                  </dict>
                  <key>free.example.com</key>
                  <dict><key>TSKExcludeSubdomainFromParentPolicy</key><true/></dict>
                  <key>audit.example.com</key>
                  <dict>
                    <key>kTSKEnforcePinning</key><false/>
                    <key>kTSKPublicKeyHashes</key><array><string>%3$s</string></array>
                  </dict>
                </dict>
              </dict>
            </dict>
            </plist>
            """.formatted(DOCTYPE, A, B);

    private static List<PinSet> sets(PinImport read, String host) {
        return read.policy().rulesFor(ServerName.parse(host)).stream()
                .flatMap(r -> r.sets().stream())
                .toList();
    }

    @Test
    void read_infoPlist_givesItsDomains() {
        PinImport read = TrustKitConfig.read(FULL);

        PinSet set = sets(read, "www.example.com").get(0);
        assertThat(set.pins()).containsExactly(Pin.parse("sha256/" + A), Pin.parse("sha256/" + B));
        assertThat(set.enforced()).isTrue();
        assertThat(set.expires()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(set.reportUris()).containsExactly("https://r.example/");
        assertThat(sets(read, "free.example.com")).isEmpty();
        assertThat(sets(read, "audit.example.com").get(0).enforced()).isFalse();
        assertThat(read.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("TSKIgnorePinningForUserDefinedTrustAnchors"));
    }

    @Test
    void read_dictionaryAlone_isTheSame() {
        String alone = FULL.replaceAll("(?s)<plist.*<key>TSKConfiguration</key>", "<plist version='1.0'>")
                .replaceAll("</dict>\\s*</plist>", "</plist>");

        assertThat(TrustKitConfig.read(alone).policy().rules())
                .isEqualTo(TrustKitConfig.read(FULL).policy().rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<plist/>",
                "<plist><array/></plist>",
                "<plist><dict/></plist>",
                "<plist><dict><key>TSKPinnedDomains</key></dict></plist>",
                "<plist><dict><string>TSKPinnedDomains</string><dict/></dict></plist>",
                "<plist><dict><key>TSKPinnedDomains</key><dict><key>a.b</key><dict/></dict></dict></plist>",
                "<plist><dict><key>TSKPinnedDomains</key><dict><key>*.b</key><dict/></dict></dict></plist>",
                "<plist><dict><key>TSKPinnedDomains</key><dict><key>a.b</key><dict><key>TSKPublicKeyHashes</key>"
                        + "<array><string>AAAA</string></array></dict></dict></dict></plist>",
                "<plist><dict><key>TSKPinnedDomains</key><dict><key>a.b</key><dict><key>TSKPublicKeyHashes</key>"
                        + "<array><data>" + A + "</data></array></dict></dict></dict></plist>",
                "<plist><dict><key>TSKPinnedDomains</key><dict><key>a.b</key><dict><key>TSKEnforcePinning</key>"
                        + "<string>YES</string><key>TSKPublicKeyHashes</key><array><string>" + A
                        + "</string></array></dict></dict></dict></plist>",
                "<!DOCTYPE plist SYSTEM \"http://127.0.0.1:1/x.dtd\"><plist><dict/></plist>",
                "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://127.0.0.1:1/x.dtd\"><plist><dict/></plist>",
                DOCTYPE + DOCTYPE + "<plist><dict/></plist>",
                "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\""
                        + " [<!ENTITY x \"y\">]><plist><dict/></plist>",
            })
    void read_noSuchConfiguration_saysWhere(String plist) {
        assertThatThrownBy(() -> TrustKitConfig.read(plist)).isInstanceOfSatisfying(PinSyntaxException.class, e -> {
            assertThat(e.line()).isPositive();
            assertThat(e.reason()).isNotBlank();
        });
    }

    @Property(tries = 500)
    void read_mutatedText_throwsNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder plist = new StringBuilder(FULL);
        for (int i = 0; i < 4; i++) {
            int at = random.nextInt(plist.length());
            int end = Math.min(plist.length(), at + random.nextInt(60));
            if (random.nextBoolean()) {
                plist.delete(at, end);
            } else {
                plist.insert(random.nextInt(plist.length()), plist.substring(at, end));
            }
        }
        try {
            assertThat(TrustKitConfig.read(plist.toString()).policy()).isNotNull();
        } catch (PinSyntaxException e) {
            assertThat(e.line()).isPositive();
        }
    }
}
