package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for each product, to the letter. */
class BypassRenderersTest {

    private static final List<String> TARGETS = List.of(
            "av.contoso.com",
            "*.lync.com",
            ".skype.com",
            "131.107.155.30",
            "52.112.0.0/14",
            "2603:1027::1",
            "2603:1063::/38",
            "voice.contoso.com:8443");

    static List<BypassRenderer> all() {
        return BypassRenderers.all();
    }

    static BypassText render(String id, String... targets) throws BypassTargetException {
        return render(BypassRenderers.of(id).orElseThrow(), List.of(targets));
    }

    private static BypassText render(BypassRenderer renderer, List<String> targets) throws BypassTargetException {
        List<BypassTarget> parsed = new ArrayList<>();
        for (String target : targets) {
            parsed.add(BypassTarget.parse(target));
        }
        return renderer.render(BypassList.of(parsed, "Lync desktop sharing", LocalDate.of(2026, 11, 23)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void render_withEveryKindOfTarget_writesExactly(BypassRenderer renderer) throws IOException, BypassTargetException {
        String file = "golden/" + renderer.id() + ".txt";
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
            assertThat(render(renderer, TARGETS).text())
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Whatever is left out or written otherwise is said, in the list and in a comment. */
    @ParameterizedTest
    @MethodSource("all")
    void render_withEachTargetAlone_writesItOrSaysThatItCannot(BypassRenderer renderer) throws BypassTargetException {
        for (String target : TARGETS) {
            BypassText text = render(renderer, List.of(target));
            String bare = BypassTarget.parse(target).withoutPort().with("").replaceAll("/.*", "");
            String firstLabel = bare.contains(":") ? bare : bare.replaceAll("\\..*", "");
            List<String> lines = text.text()
                    .lines()
                    .filter(line -> !line.matches("(#|//|;|rem) .*"))
                    .toList();
            boolean written = lines.stream().anyMatch(line -> line.contains(firstLabel));
            boolean said = text.unsupported().stream().anyMatch(sentence -> sentence.startsWith(target + ": "));

            assertThat(written || said).as("%s for %s", target, renderer.id()).isTrue();
            assertThat(lines).as("%s for %s: %s", target, renderer.id(), text).matches(l -> written || l.isEmpty());
            text.unsupported()
                    .forEach(sentence -> assertThat(text.text()).contains("Cannot be expressed: " + sentence));
            text.notes().forEach(note -> assertThat(text.text()).contains(note));
            assertThat(text.text().contains("Not verified: ")).isEqualTo(!text.verified());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void render_withNothing_writesCommentsOnly(BypassRenderer renderer) throws BypassTargetException {
        assertThat(render(renderer, List.of()).text().lines()).allMatch(line -> line.matches("(#|//|;|rem) .*"));
    }

    @Test
    void all_always_haveIdsOfTheirOwn() {
        assertThat(all()).hasSize(22);
        assertThat(new HashSet<>(all().stream().map(BypassRenderer::id).toList()))
                .hasSize(22);
        assertThat(all()).allMatch(renderer -> renderer.id().matches("[a-z][a-z0-9-]*"));
        assertThat(BypassRenderers.of("squid")).isPresent();
        assertThat(BypassRenderers.of("nobody")).isEmpty();
    }

    /** Squid ends with an error where a list holds a domain and a name in it. */
    @Test
    void squid_withNameWithinDomain_writesTheDomainAlone() throws BypassTargetException {
        for (String domain : List.of(".lync.com", "*.lync.com")) {
            assertThat(render("squid", "lync.com", "av.lync.com", "*.av.lync.com", domain, "xlync.com")
                            .text())
                    .contains("server_name .lync.com\n", "server_name xlync.com\n", "splice interloper_names\n")
                    .doesNotContain("av.lync.com", "server_name lync.com");
        }
    }

    /** Squid's domains hold themselves: one that was not asked for is taken out again. */
    @Test
    void squid_withWhatIsBelowADomain_leavesTheDomainOut() throws BypassTargetException {
        assertThat(render("squid", "*.lync.com:443", "*.av.lync.com:443").text())
                .contains(
                        "acl interloper_names_443 ssl::server_name .lync.com\n",
                        "acl interloper_not_443 ssl::server_name lync.com\n",
                        "ssl_bump splice interloper_names_443 !interloper_not_443 interloper_port_443\n")
                .doesNotContain("av.lync.com");
    }

    @ParameterizedTest
    @MethodSource("all")
    void render_withWhatIsBelowADomain_neverWritesTheDomainUnsaid(BypassRenderer renderer)
            throws BypassTargetException {
        BypassText below = render(renderer, List.of("*.lync.com"));
        BypassText whole = render(renderer, List.of(".lync.com"));
        BypassText both = render(renderer, List.of("*.lync.com", "lync.com"));

        assertThat(below.text().equals(whole.text())).isFalse();
        assertThat(both.text()).isEqualTo(whole.text());
    }

    @ParameterizedTest
    @CsvSource({
        ".lync.com, lync.com:443, true",
        ".lync.com, lync.com, true",
        ".lync.com, a.b.lync.com:443, true",
        ".lync.com, xlync.com, false",
        "*.lync.com, lync.com:443, false",
        "*.lync.com, lync.com, false",
        "*.lync.com, a.lync.com, true",
        "*.lync.com, a.b.lync.com:443, true",
        "*.lync.com, xlync.com:443, false",
        "*.lync.com, lync.com.evil.example:443, false",
        "*.lync.com, lync-com:443, false",
        ".lync.com, lync.com:8443, false",
        "av.contoso.com:8443, av.contoso.com:8443, true",
        "av.contoso.com:8443, av.contoso.com:443, false",
        "av.contoso.com:8443, av.contoso.com, false",
        "52.112.0.0/14, 52.115.255.255:443, true",
        "52.112.0.0/14, 52.116.0.0:443, false",
        "52.112.0.0/14, 152.112.0.1:443, false",
        "52.112.0.0/14, 52.112.0.1.evil.example:443, false",
        "2603:1027::1, 2603:1027::1, true",
        "2603:1027::1, [2603:1027::1]:443, true",
        "2603:1027::1, 2603:1027::11, false"
    })
    void mitmproxy_always_matchesWhatWasAskedAndNothingElse(String target, String destination, boolean matches)
            throws BypassTargetException {
        String text = render("mitmproxy", target).text();
        String expression = text.substring(text.indexOf("  - '") + 5, text.lastIndexOf('\''));

        assertThat(Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                        .matcher(destination)
                        .find())
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 10.*", "52.112.0.0/16, 52.112.*", "131.107.155.0/24, 131.107.155.*"})
    void java_withBlockThatEndsAtADot_writesItAndSaysWhatElseMatches(String block, String pattern)
            throws BypassTargetException {
        BypassText text = render("java", block);

        assertThat(text.text()).contains("|" + pattern + "\"");
        assertThat(text.unsupported()).singleElement().asString().contains("host names that begin with");
    }

    @Test
    void listsWithoutPorts_withPortOfHttps_sayThatItIsLost() throws BypassTargetException {
        BypassText text = render("forcepoint", "131.107.155.30:443", "131.107.155.30");

        assertThat(text.text().lines().filter("131.107.155.30"::equals)).hasSize(1);
        assertThat(text.unsupported())
                .singleElement()
                .asString()
                .startsWith("131.107.155.30:443: this list knows no ports");
    }

    @Test
    void listsThatKnowPorts_withPort_writeIt() throws BypassTargetException {
        assertThat(render("sslsplit", "131.107.155.30:5061").text()).contains("--dport 5061 -j RETURN");
        assertThat(render("blue-coat", "av.contoso.com:8443").text()).contains("url.port=8443");
        assertThat(render("privoxy", "[2603:1027::1]:8443").text()).contains("\n<2603:1027::1>:8443\n");
        assertThat(render("squid", "131.107.155.30:8443").text())
                .contains("ssl_bump splice interloper_addresses_8443 interloper_port_8443\n");
    }

    @Test
    void privoxy_addressInsideBlock_keepsTheAddress() throws BypassTargetException {
        BypassText text = render("privoxy", "203.0.113.9", "203.0.113.0/24");

        assertThat(text.text()).contains("\n203.0.113.9\n");
        assertThat(text.unsupported()).singleElement().asString().startsWith("203.0.113.0/24: ");
    }

    @Test
    void privoxy_adjacentAddresses_losesNone() throws BypassTargetException {
        BypassText text = render("privoxy", "203.0.113.9:443", "203.0.113.8:443", "203.0.113.8");

        assertThat(text.text()).contains("\n203.0.113.8:443\n", "\n203.0.113.9:443\n", "\n203.0.113.8\n");
        assertThat(text.unsupported()).isEmpty();
    }

    @Test
    void squid_addressInsideBlock_writesTheBlockAlone() throws BypassTargetException {
        assertThat(render("squid", "203.0.113.9", "203.0.113.0/24").text())
                .contains("203.0.113.0/24")
                .doesNotContain("203.0.113.9");
    }
}
