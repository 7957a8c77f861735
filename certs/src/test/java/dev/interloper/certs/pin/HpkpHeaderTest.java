package dev.interloper.certs.pin;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.name.ServerName;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HpkpHeaderTest {
    private static final String A = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String B = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    private static final ServerName HOST = ServerName.parse("example.com");

    @Test
    void read_fullHeader_pinsHostAndSubdomainsUntilItsAge() {
        String value = "max-age=5184000 ;PIN-sha256=\"" + A + "\"; pin-sha256 = \"" + B
                + "\"; includeSubdomains; report-uri=\"https://r.example/\\\"x;y\";; pin-sha512=\"zz\"";

        PinImport read = HpkpHeader.read(HOST, value, NOW);

        assertThat(read.policy().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.pattern()).hasToString("**.example.com");
            PinSet set = rule.sets().get(0);
            assertThat(set.pins()).containsExactly(Pin.parse("sha256/" + A), Pin.parse("sha256/" + B));
            assertThat(set.expires()).contains(NOW.plus(Duration.ofDays(60)));
            assertThat(set.reportUris()).containsExactly("https://r.example/\"x;y");
            assertThat(set.enforced()).isTrue();
        });
        assertThat(read.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("pin-sha512"));
    }

    @Test
    void read_maxAgeZero_takesPinsBack() {
        assertThat(HpkpHeader.read(HOST, "max-age=0; pin-sha256=\"" + A + '"', NOW)
                        .policy()
                        .rules())
                .isEmpty();
    }

    @Test
    void read_hugeMaxAge_isBounded() {
        String value = "max-age=" + "9".repeat(1_000) + "; pin-sha256=\"" + A + '"';

        assertThat(HpkpHeader.read(HOST, value, NOW)
                        .policy()
                        .rules()
                        .get(0)
                        .sets()
                        .get(0)
                        .expires())
                .hasValueSatisfying(e -> assertThat(e).isBefore(NOW.plus(Duration.ofDays(36_526))));
    }

    @Test
    void readReportOnly_withoutMaxAge_onlyReportsAndDoesNotExpire() {
        PinRule rule = HpkpHeader.readReportOnly(HOST, "pin-sha256=\"" + A + "\"; max-age=5")
                .policy()
                .rules()
                .get(0);

        assertThat(rule.pattern()).hasToString("example.com");
        assertThat(rule.sets().get(0).enforced()).isFalse();
        assertThat(rule.sets().get(0).expires()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "max-age=5",
                "pin-sha256=\"" + A + "\"",
                "max-age=5; pin-sha256=" + A,
                "max-age=5; pin-sha256=\"AAAA\"",
                "max-age=5; max-age=6; pin-sha256=\"" + A + "\"",
                "max-age=-5; pin-sha256=\"" + A + "\"",
                "max-age; pin-sha256=\"" + A + "\"",
                "max-age=5 pin-sha256=\"" + A + "\"",
                "max-age=5; pin-sha256=\"" + A,
                "=5; pin-sha256=\"" + A + "\"",
                "max-age=5; pin-sha256=\"" + A + "\"; \u0000"
            })
    void read_headerToIgnore_saysWhere(String value) {
        assertThatThrownBy(() -> HpkpHeader.read(HOST, value, NOW))
                .isInstanceOfSatisfying(
                        PinSyntaxException.class, e -> assertThat(e.column()).isBetween(1, value.length() + 1));
    }

    @Test
    void read_address_isRefused() {
        assertThatThrownBy(() ->
                        HpkpHeader.read(ServerName.parse("192.0.2.1"), "max-age=5; pin-sha256=\"" + A + "\"", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.1");
    }

    @Property(tries = 1_000)
    void read_anyText_throwsNothingElse(@ForAll String text, @ForAll boolean prefixed) {
        String value = (prefixed ? "max-age=5; pin-sha256=\"" + A + "\";" : "") + text;
        try {
            assertThat(HpkpHeader.read(HOST, value, NOW).policy()).isNotNull();
        } catch (PinSyntaxException e) {
            assertThat(e.line()).isEqualTo(1);
        }
    }
}
