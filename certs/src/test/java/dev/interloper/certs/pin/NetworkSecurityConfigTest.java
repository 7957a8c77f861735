package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSecurityConfigTest {
    private static final String A = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String B = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    private static final String FULL = """
            <?xml version="1.0" encoding="utf-8"?>
            <network-security-config xmlns:tools="urn:tools">
              <base-config><trust-anchors><certificates src="system" overridePins="false"/></trust-anchors></base-config>
              <domain-config cleartextTrafficPermitted="false">
                <domain includeSubdomains="true">Example.com</domain>
                <domain>exact.example</domain>
                <pin-set expiration="2027-01-01">
                  <!-- the key in use -->
                  <pin digest="SHA-256">%s</pin>
                  <pin digest="SHA-256"> %s
                  </pin>
                </pin-set>
                <trust-anchors><certificates src="user" overridePins="true"/></trust-anchors>
                <domain-config>
                  <domain>inherits.example.com</domain>
                </domain-config>
                <domain-config>
                  <domain includeSubdomains="true">own.example.com</domain>
                  <pin-set><pin digest="SHA-256">%2$s</pin></pin-set>
                  <trustkit-config enforcePinning="false">
                    <report-uri>https://r.example/?a=1&amp;b=2</report-uri>
                  </trustkit-config>
                </domain-config>
                <domain-config>
                  <domain>free.example.com</domain>
                  <pin-set/>
                </domain-config>
              </domain-config>
              <domain-config>
                <domain>plain.example.com</domain>
              </domain-config>
              <debug-overrides><trust-anchors><certificates src="user"/></trust-anchors></debug-overrides>
            </network-security-config>
            """.formatted(A, B);

    private static List<PinSet> sets(PinImport read, String host) {
        return read.policy().rulesFor(ServerName.parse(host)).stream()
                .flatMap(r -> r.sets().stream())
                .toList();
    }

    @Test
    void read_domains_inheritOverrideAndExempt() {
        PinImport read = NetworkSecurityConfig.read(FULL);

        PinSet outer = sets(read, "www.example.com").get(0);
        assertThat(outer.pins()).containsExactly(Pin.parse("sha256/" + A), Pin.parse("sha256/" + B));
        assertThat(outer.expires()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(outer.enforced()).isTrue();
        assertThat(sets(read, "example.com")).containsExactly(outer);
        assertThat(sets(read, "exact.example")).containsExactly(outer);
        assertThat(sets(read, "www.exact.example")).isEmpty();
        assertThat(sets(read, "inherits.example.com").get(0).pins()).isEqualTo(outer.pins());
        assertThat(sets(read, "free.example.com")).isEmpty();
        assertThat(sets(read, "plain.example.com")).isEmpty();
        assertThat(sets(read, "deep.plain.example.com")).containsExactly(outer);
        PinSet own = sets(read, "x.own.example.com").get(0);
        assertThat(own.pins()).containsExactly(Pin.parse("sha256/" + B));
        assertThat(own.enforced()).isFalse();
        assertThat(own.expires()).isEmpty();
        assertThat(own.reportUris()).containsExactly("https://r.example/?a=1&b=2");
    }

    @Test
    void read_overridesOfPins_areLeftOutAndReported() {
        PinImport read = NetworkSecurityConfig.read(FULL);

        assertThat(read.policy().localAnchors()).isEqualTo(LocalAnchors.REFUSE);
        assertThat(read.findings())
                .hasSize(2)
                .allMatch(f -> f.code().equals(FindingCode.PIN_IMPORT_LEFT_OUT))
                .anyMatch(f -> f.sentence().contains("overridePins of \"user\""))
                .anyMatch(f -> f.sentence().contains("debug-overrides"));
    }

    @Test
    void write_whatWasRead_isTheSamePolicy() {
        PinPolicy policy = NetworkSecurityConfig.read(FULL).policy();

        PinPolicy again =
                NetworkSecurityConfig.read(NetworkSecurityConfig.write(policy)).policy();

        assertThat(again.rules()).hasSameSizeAs(policy.rules());
        for (int i = 0; i < again.rules().size(); i++) {
            PinRule expected = policy.rules().get(i);
            PinRule actual = again.rules().get(i);
            assertThat(actual.pattern()).isEqualTo(expected.pattern());
            assertThat(actual.sets()).hasSameSizeAs(expected.sets());
            if (!actual.exempt()) {
                PinSet set = actual.sets().get(0);
                assertThat(set.pins()).isEqualTo(expected.sets().get(0).pins());
                assertThat(set.expires()).isEqualTo(expected.sets().get(0).expires());
                assertThat(set.enforced()).isEqualTo(expected.sets().get(0).enforced());
                assertThat(set.reportUris()).isEqualTo(expected.sets().get(0).reportUris());
            }
        }
    }

    @Test
    void write_whatAndroidLacks_isRefusedByName() {
        assertThatThrownBy(() -> NetworkSecurityConfig.write(
                        PinPolicy.builder().add("*.example.com", "sha256/" + A).build()))
                .hasMessageContaining("*.example.com");
        assertThatThrownBy(() -> NetworkSecurityConfig.write(PinPolicy.builder()
                        .add("a.example.com", "leaf:sha256/" + A)
                        .build()))
                .hasMessageContaining("leaf:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<network-security-config>",
                "<other/>",
                "<network-security-config><domain-config/></network-security-config>",
                "<network-security-config><domain-config><domain>a..b</domain></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>*.a.b</domain></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>@string/host</domain></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain includeSubdomains='yes'>a.b</domain></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>a.b</domain></domain-config>"
                        + "<domain-config><domain includeSubdomains='true'>A.b.</domain></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>a.b</domain><pin-set><pin digest='SHA-1'>" + A
                        + "</pin></pin-set></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>a.b</domain><pin-set><pin>" + A
                        + "</pin></pin-set></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>a.b</domain><pin-set><pin digest='SHA-256'>AAAA"
                        + "</pin></pin-set></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>a.b</domain><pin-set expiration='2027-02-30'>"
                        + "<pin digest='SHA-256'>" + A + "</pin></pin-set></domain-config></network-security-config>",
                "<network-security-config><domain-config><domain>a.b</domain><pin-set/><pin-set/></domain-config></network-security-config>",
                "<!DOCTYPE network-security-config [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><network-security-config/>",
                "<!DOCTYPE network-security-config SYSTEM \"http://127.0.0.1:1/x.dtd\"><network-security-config/>",
                "<network-security-config>&x;</network-security-config>",
                "<a:network-security-config/>",
            })
    void read_noSuchConfiguration_saysWhere(String xml) {
        assertThatThrownBy(() -> NetworkSecurityConfig.read(xml))
                .isInstanceOfSatisfying(PinSyntaxException.class, e -> {
                    assertThat(e.line()).isPositive();
                    assertThat(e.column()).isPositive();
                    assertThat(e.reason()).isNotBlank();
                });
    }

    @Test
    void read_badPin_namesItsLine() {
        String xml = FULL.replace(">" + A + "<", ">AAAA<");

        assertThatThrownBy(() -> NetworkSecurityConfig.read(xml))
                .isInstanceOfSatisfying(
                        PinSyntaxException.class, e -> assertThat(e.line()).isEqualTo(9));
    }

    @Test
    void read_deepOrLarge_isRefused() {
        assertThatThrownBy(() -> NetworkSecurityConfig.read("<a>".repeat(10_000)))
                .isInstanceOf(PinSyntaxException.class)
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> NetworkSecurityConfig.read("<a>" + "<b/>".repeat(60_000) + "</a>"))
                .isInstanceOf(PinSyntaxException.class)
                .hasMessageContaining("elements");
        assertThatThrownBy(() -> NetworkSecurityConfig.read(" ".repeat(2_000_000)))
                .isInstanceOf(PinSyntaxException.class);
    }

    @Property(tries = 1_000)
    void read_mutatedText_throwsNothingElse(@ForAll @IntRange(min = 1, max = 8) int changes, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder xml = new StringBuilder(FULL);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(xml.length());
            switch (random.nextInt(3)) {
                case 0 -> xml.deleteCharAt(at);
                case 1 -> xml.setCharAt(at, (char) random.nextInt(0x300));
                default -> xml.insert(at, xml.substring(at, Math.min(xml.length(), at + random.nextInt(200))));
            }
        }
        try {
            assertThat(NetworkSecurityConfig.read(xml.toString()).policy()).isNotNull();
        } catch (PinSyntaxException e) {
            assertThat(e.line()).isPositive();
        }
    }
}
