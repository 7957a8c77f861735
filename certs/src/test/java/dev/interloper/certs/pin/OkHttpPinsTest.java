package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.name.ServerName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OkHttpPinsTest {
    private static final String A = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String B = "sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    private static final String C = "sha256/C5+lpZ7tcVwmwQIMcRtPbsQtWLABXhQzejna0wHFr8M=";

    @Test
    void read_lines_givesOneSetAPatternAndCountsAllPatterns() throws Exception {
        String text = "# pins\r\n\n*.example.com " + A + "\n  api.example.com\t" + B + "  " + C
                + " # two\n*.example.com " + C;

        PinPolicy policy = OkHttpPins.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(policy.overlap()).isEqualTo(PatternOverlap.ALL_MATCHING);
        assertThat(policy.rules()).hasSize(2);
        assertThat(policy.rulesFor(ServerName.parse("api.example.com")))
                .flatExtracting(PinRule::sets)
                .flatExtracting(PinSet::pins)
                .containsExactly(Pin.parse(B), Pin.parse(C), Pin.parse(A), Pin.parse(C));
        assertThat(policy.rulesFor(ServerName.parse("example.com"))).isEmpty();
    }

    @Test
    void read_badLines_saysWhere() {
        failsAt("example.com", 1, 1);
        failsAt("example.com " + A + "\n  a..b " + A, 2, 3);
        failsAt("example.com " + A + " sha256/xyz", 1, 13 + A.length() + 8);
        failsAt("w*.example.com " + A, 1, 2);
        failsAt("\n\nexample.com sha1/AAAAAAAAAAAAAAAAAAAAAAAAAAA=", 3, 13);
    }

    private static void failsAt(String text, int line, int column) {
        assertThatThrownBy(() -> OkHttpPins.read(text)).isInstanceOfSatisfying(PinSyntaxException.class, e -> {
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isEqualTo(column);
            assertThat(e).hasMessage("line " + line + ", column " + column + ": " + e.reason());
        });
    }

    @Test
    void read_tooMuch_isRefused() {
        assertThatThrownBy(() -> OkHttpPins.read("#".repeat(ConfigText.MAX_CHARACTERS + 1)))
                .isInstanceOf(PinSyntaxException.class);
        assertThatThrownBy(() -> OkHttpPins.read(("a.example " + A + "\n").repeat(ConfigText.MAX_RULES + 1)))
                .isInstanceOf(PinSyntaxException.class)
                .hasMessageContaining("line 10001");
    }

    @Test
    void read_noUtf8_isRefused() {
        assertThatThrownBy(() -> OkHttpPins.read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff})))
                .isInstanceOf(PinSyntaxException.class);
    }

    @Test
    void write_whatWasRead_isTheSame() {
        String text = "**.example.com " + A + " " + B + "\napi.example.com " + C + "\n";

        assertThat(OkHttpPins.write(OkHttpPins.read(text))).isEqualTo(text);
    }

    @Test
    void write_whatOkHttpLacks_isRefusedByName() {
        HostPattern host = HostPattern.parse("a.example");
        List<PinPolicy> policies = List.of(
                PinPolicy.builder().exempt(host).build(),
                PinPolicy.builder().add("a.example", "ca:" + A).build(),
                PinPolicy.builder().add("a.example", "cert-" + A).build(),
                PinPolicy.builder().add("a.example", A).add("**.example", B).build(),
                PinPolicy.builder()
                        .add(host, PinSet.builder("s").add(A).reportOnly().build())
                        .build(),
                PinPolicy.builder()
                        .add(host, PinSet.builder("s").add(A).requireAll().build())
                        .build(),
                PinPolicy.builder()
                        .add(
                                host,
                                PinSet.builder("s")
                                        .add(A)
                                        .expires(Instant.EPOCH)
                                        .build())
                        .build());

        assertThat(policies)
                .allSatisfy(policy ->
                        assertThatThrownBy(() -> OkHttpPins.write(policy)).hasMessageContaining("cannot express"));
    }

    @Property(tries = 500)
    void read_anyText_throwsNothingElse(@ForAll String text) {
        try {
            assertThat(OkHttpPins.read(text)).isNotNull();
        } catch (PinSyntaxException e) {
            assertThat(e.line()).isPositive();
        }
    }
}
