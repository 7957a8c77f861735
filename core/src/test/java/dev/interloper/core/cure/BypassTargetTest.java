package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BypassTargetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Nested
    class Parse {

        @ParameterizedTest
        @CsvSource({
            "av.contoso.com, HOST, av.contoso.com",
            "AV.Contoso.COM., HOST, av.contoso.com",
            "intranet, HOST, intranet",
            "*.lync.com, SUBDOMAINS, *.lync.com",
            ".lync.com, DOMAIN, .lync.com",
            "bücher.example, HOST, xn--bcher-kva.example",
            "*.bücher.example:443, SUBDOMAINS, *.xn--bcher-kva.example:443",
            "131.107.155.30, ADDRESS, 131.107.155.30",
            "131.107.155.30:8443, ADDRESS, 131.107.155.30:8443",
            "131.107.155.30/32, ADDRESS, 131.107.155.30",
            "52.112.0.0/14, BLOCK, 52.112.0.0/14",
            "52.112.0.0/14:443, BLOCK, 52.112.0.0/14:443",
            "2603:1027:0:0:0:0:0:1, ADDRESS, 2603:1027::1",
            "[2603:1027::1]:443, ADDRESS, [2603:1027::1]:443",
            "2603:1063::/38, BLOCK, 2603:1063::/38",
            "[2603:1063::/38]:443, BLOCK, [2603:1063::/38]:443"
        })
        void parse_withDestination_readsAndNormalises(String text, BypassTarget.Kind kind, String normal)
                throws BypassTargetException {
            BypassTarget target = BypassTarget.parse(text);

            assertThat(target.kind()).isEqualTo(kind);
            assertThat(target).hasToString(normal);
            assertThat(BypassTarget.parse(normal)).isEqualTo(target);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*",
                    "*.*",
                    ".",
                    "*.",
                    "com",
                    "*.com",
                    ".com",
                    "co.uk",
                    "*.co.uk",
                    "*.ck",
                    "github.io",
                    "*.github.io",
                    "*.corp"
                })
        void parse_withWhatBelongsToEverybody_refuses(String text) {
            assertThatExceptionOfType(BypassTargetException.class).isThrownBy(() -> BypassTarget.parse(text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1", "2000::/3", "52.0.0.0/7", "::/15"})
        void parse_withBlockOfMuchOfTheInternet_refuses(String text) {
            assertThatExceptionOfType(BypassTargetException.class)
                    .isThrownBy(() -> BypassTarget.parse(text))
                    .satisfies(e -> assertThat(e.target()).isEqualTo(text))
                    .satisfies(e -> assertThat(e.reason()).contains("so wide"));
        }

        @ParameterizedTest
        @CsvSource({
            "52.113.7.9/14, 52.112.0.0/14",
            "131.107.155.30/31:443, ",
            "131.107.155.31/31, 131.107.155.30/31",
            "2603:1063::1/38, 2603:1063::/38"
        })
        void parse_withBitsBehindThePrefix_saysWhichNetworkItWouldBe(String text, String network)
                throws BypassTargetException {
            if (network == null) {
                assertThat(BypassTarget.parse(text).kind()).isEqualTo(BypassTarget.Kind.BLOCK);
                return;
            }
            assertThatExceptionOfType(BypassTargetException.class)
                    .isThrownBy(() -> BypassTarget.parse(text))
                    .withMessageContaining("the block would be " + network);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "lync.com ",
                    "lync.com\nssl_bump splice all",
                    "lync.com\r",
                    "lync.com\u0000",
                    "lync.com\" exclude yes",
                    "a'b.example",
                    "a|b.example",
                    "a;b.example",
                    "a,b.example",
                    "a\\b.example",
                    "$(id).example",
                    "`id`.example",
                    "%PATH%.example",
                    "a#b.example",
                    "a_b.example",
                    "-a.example",
                    "a-.example",
                    "a..example",
                    "..lync.com",
                    "*.*.lync.com",
                    "av*.lync.com",
                    "https://lync.com/",
                    "lync.com/path",
                    "lync.com:0",
                    "lync.com:65536",
                    "lync.com:080",
                    "lync.com:https",
                    "[lync.com]:443",
                    "[131.107.155.30]",
                    "[2603:1027::1",
                    "131.107.155",
                    "131.107.155.030",
                    "0x836b9b1e",
                    "2204867358",
                    "131.107.155.30/33",
                    "131.107.155.30/08",
                    "131.107.155.30/-1",
                    "131.107.155.30/255.255.255.0",
                    "::ffff:131.107.155.30",
                    "::ffff:131.107.155.0/120",
                    "fe80::1%eth0",
                    ".:1",
                    "1::2::3",
                    "straße.example",
                    "\u202Elync.com",
                    "a\uFF0Fb.example",
                    "\uD800.example"
                })
        void parse_withWhatIsNoDestination_refuses(String text) {
            assertThatExceptionOfType(BypassTargetException.class)
                    .isThrownBy(() -> BypassTarget.parse(text))
                    .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]*"));
        }

        @Test
        void parse_withNameLongerThanDnsAllows_refuses() {
            assertThatExceptionOfType(BypassTargetException.class)
                    .isThrownBy(() -> BypassTarget.parse("a.".repeat(126) + "example"));
            assertThatExceptionOfType(BypassTargetException.class)
                    .isThrownBy(() -> BypassTarget.parse("a".repeat(1_000_000)))
                    .satisfies(e -> assertThat(e.target()).hasSize(300));
        }
    }

    @Nested
    class Lists {

        @Test
        void of_withDoublesAndNeighbours_joinsWhatAddsNothing() throws BypassTargetException {
            BypassList list = list(
                    "AV.contoso.com",
                    "52.114.0.0/15",
                    "av.contoso.com.",
                    "52.112.0.0/15",
                    "52.113.1.1",
                    "10.0.0.1:443");

            assertThat(list.targets()).hasToString("[av.contoso.com, 52.112.0.0/14, 10.0.0.1:443]");
        }

        @Test
        void of_withNeighboursThatAreNoHalvesOfOneBlock_keepsBoth() throws BypassTargetException {
            assertThat(list("10.0.0.1", "10.0.0.2").targets()).hasToString("[10.0.0.1, 10.0.0.2]");
        }

        @Test
        void of_withBlocksThatAreTheInternetTogether_refuses() {
            List<String> all = new ArrayList<>();
            for (int octet = 0; octet < 256; octet++) {
                all.add(octet + ".0.0.0/8");
            }
            List<String> everySecond = all.stream()
                    .filter(block -> Integer.parseInt(block.substring(0, block.indexOf('.'))) % 2 == 0)
                    .toList();

            assertThatExceptionOfType(BypassTargetException.class).isThrownBy(() -> list(all.toArray(String[]::new)));
            assertThatExceptionOfType(BypassTargetException.class)
                    .isThrownBy(() -> list(everySecond.toArray(String[]::new)))
                    .withMessageContaining("together");
        }

        @Test
        void of_withPrivateUseBlocks_keepsThem() throws BypassTargetException {
            assertThat(list("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16").targets())
                    .hasSize(3);
        }

        @Test
        void of_withHostileReason_keepsPlainTextOnly() throws BypassTargetException {
            BypassList list = BypassList.of(
                    List.of(BypassTarget.parse("av.contoso.com")), "why\nssl_bump bump all \"$(id)\" %x% é", DAY);

            assertThat(list.reason()).isEqualTo("whyssl_bump bump all (id) x ");
        }

        private BypassList list(String... targets) throws BypassTargetException {
            List<BypassTarget> parsed = new ArrayList<>();
            for (String target : targets) {
                parsed.add(BypassTarget.parse(target));
            }
            return BypassList.of(parsed, "", DAY);
        }
    }
}
