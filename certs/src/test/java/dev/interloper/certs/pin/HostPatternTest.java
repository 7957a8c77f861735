package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.name.ServerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {
    @ParameterizedTest
    @CsvSource({
        "example.com,          example.com,                true",
        "example.com,          www.example.com,            false",
        "*.example.com,        www.example.com,            true",
        "*.example.com,        example.com,                false",
        "*.example.com,        us.www.example.com,         false",
        "**.example.com,       example.com,                true",
        "**.example.com,       www.example.com,            true",
        "**.example.com,       us.www.example.com,         true",
        "**.example.com,       notexample.com,             false",
        "**.foo.com,           bar.foo.com.notfoo.com,     false",
        "*.foo.com,            bar.foo.com.notfoo.com,     false",
        "*.foo.com,            bar.notfoo.com,             false",
        "*.foo.com,            foo.com.foo.com,            false",
        "**.foo.com,           foo.com.foo.com,            true",
        "WWW.Example.COM,      www.example.com.,           true",
        "www.example.com.,     WWW.EXAMPLE.COM,            true",
        "*.b\u00fccher.example, www.xn--bcher-kva.example, true",
        "**.xn--bcher-kva.example, b\u00fccher.example,    true",
        "www.xn--bcher-kva.example, WWW.B\u00dcCHER.example, true",
        "192.0.2.1,            192.0.2.1,                  true",
        "192.0.2.1,            www.192.0.2.1,              false",
        "2001:db8:0:0:0:0:0:1, [2001:DB8::1],              true",
        "**.example.com,       exa mple.com,               false",
        "**.example.com,       .example.com,               false",
        "**.example.com,       a..example.com,             false",
    })
    void matches_pattern_asDocumented(String pattern, String host, boolean expected) {
        assertThat(HostPattern.parse(pattern).matches(host)).isEqualTo(expected);

        PinPolicy policy = PinPolicy.builder()
                .add(pattern, "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .build();
        assertThat(policy.rulesFor(ServerName.parse(host)).isEmpty()).isNotEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "**",
                "*.",
                "**.",
                "*.*.example.com",
                "www.*.example.com",
                "w*.example.com",
                "*example.com",
                "***.example.com",
                "example.com*",
                "*.192.0.2.1",
                "**.[::1]",
                "exa mple.com",
                ".example.com",
                "a..example.com",
                "\uff0a.example.com",
                "http://example.com",
                "example.com:443"
            })
    void parse_noPattern_saysWhere(String text) {
        assertThatThrownBy(() -> HostPattern.parse(text))
                .isInstanceOfSatisfying(
                        PinSyntaxException.class, e -> assertThat(e.column()).isBetween(1, text.length() + 1));
    }

    @Test
    void parse_veryLongText_isRefusedQuickly() {
        String text = "\u00fc.".repeat(100_000);

        assertThatThrownBy(() -> HostPattern.parse(text)).isInstanceOf(PinSyntaxException.class);
    }

    @Test
    void withSubdomains_address_isTheAddressAlone() {
        assertThat(HostPattern.withSubdomains(ServerName.parse("192.0.2.1")).scope())
                .isEqualTo(HostPattern.Scope.EXACT);
        assertThat(HostPattern.withSubdomains(ServerName.parse("Example.com"))).hasToString("**.example.com");
    }
}
