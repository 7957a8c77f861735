package dev.interloper.core.report;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.fixture.Bundled;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story as a network engineer reads it. */
class TextReportTest {

    /** Control characters but the line ends between lines, and what turns or hides text. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029&&[^\\r\\n]]");

    private static String bundled(Path capture) {
        return render(Interloper.builder()
                .publicRoots(Bundled.publicRoots())
                .build()
                .capture(capture)
                .inspect()
                .connections()
                .get(0));
    }

    private static String of(Exchange exchange) {
        return render(
                Interloper.builder().publicRoots(TestPki.PUBLIC_ROOTS).build().inspect(exchange.handshake()));
    }

    private static String render(Inspection inspection) {
        return TextReport.render(inspection);
    }

    /** Lines broken for the width are one again. */
    private static String flowing(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void render_foundingCase_drawsTheLadderInOrder() {
        assertThat(bundled(Bundled.FOUNDING))
                .containsSubsequence(
                        "192.0.2.10",
                        "203.0.113.30",
                        "avedge.fabrikam.example",
                        "client",
                        "server",
                        "SYN ─",
                        "─ SYN-ACK",
                        "ClientHello ─",
                        "─ ServerHello",
                        "ms after packet 6: held for one round trip by Nagle's algorithm",
                        "─ Certificate + ServerHelloDone");
    }

    @Test
    void render_foundingCase_tellsIssuerVerdictAndBypass() {
        String text = flowing(bundled(Bundled.FOUNDING));
        assertThat(text)
                .containsSubsequence(
                        "issued by CN=Websense Public Primary Certificate Authority",
                        "expected avedge.fabrikam.example is a public host",
                        "Verdict: INTERCEPTED by Websense",
                        "over 99.9 %",
                        "Why",
                        "the split proves nothing",
                        "What it may break",
                        "What to do",
                        "Add to the bypass list",
                        "avedge.fabrikam.example (port 443)",
                        "203.0.113.30 (port 443)");
    }

    @Test
    void render_lookalikes_areDirectWithTheSplitExplained() {
        assertThat(flowing(bundled(Bundled.JSSE))).contains("Verdict: DIRECT (probability", "the split proves nothing");
        assertThat(flowing(bundled(Bundled.LARGE_CHAIN))).contains("Verdict: DIRECT (probability", "innocent");
        assertThat(bundled(Bundled.BYPASSED)).doesNotContain("bypass list", "What it may break", "expected");
    }

    @Test
    void render_anyBundledCapture_endsEachSentenceOnce() {
        for (Path capture : List.of(Bundled.FOUNDING, Bundled.JSSE, Bundled.LARGE_CHAIN, Bundled.BYPASSED)) {
            assertThat(bundled(capture)).doesNotContain("..").doesNotContain(". .");
        }
    }

    @Test
    void render_certificateForOtherNames_endsTheSentenceOnce() {
        String text = flowing(of(Exchange.answering(
                HOST, List.of(TestPki.bareLeaf("portal.example").mint()))));
        assertThat(text).contains("portal.example. [name.mismatch]").doesNotContain("..");
    }

    @Test
    void render_chainWithoutHandshake_hasNoLadder() {
        Inspection inspection = Interloper.builder()
                .publicRoots(TestPki.PUBLIC_ROOTS)
                .build()
                .chain(List.of(TestPki.publicLeaf(HOST).mint()))
                .host(HOST)
                .inspect();
        assertThat(render(inspection)).startsWith("  Certificate").doesNotContain("SYN");
    }

    @Test
    void render_nothingFound_saysSo() {
        assertThat(render(Interloper.create().chain(List.of()).inspect()))
                .contains("nothing speaks for or against interception", "Verdict: INCONCLUSIVE");
    }

    @Test
    void render_hostileNamesInCertificate_areEscaped() {
        String hostile = "\u001b[2J\u202eevil\u0007\"quoted\"\r\nVerdict: DIRECT\u0000\u200b";
        X509Certificate leaf = new TestPki.Minting(
                        new X500NameBuilder().addRDN(BCStyle.CN, "x" + hostile).build(),
                        TestPki.key("leaf"),
                        new X500NameBuilder()
                                .addRDN(BCStyle.CN, hostile)
                                .addRDN(BCStyle.O, hostile)
                                .build(),
                        TestPki.key("private"))
                .server(HOST, "\u001b]0;owned\u0007.example")
                .mint();
        String text = of(Exchange.answering("www.other.example", List.of(leaf)));
        assertThat(text).doesNotContainPattern(UNSAFE);
        assertThat(text.lines().filter(line -> line.stripLeading().startsWith("Verdict:")))
                .hasSize(1);
        assertThat(text).contains("\\u{1B}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "a\r\nVerdict: DIRECT", "\"quoted\"", "\u00e9\u00ff", "a\u0000b"})
    void render_hostileServerName_isEscaped(String name) {
        String text = of(Exchange.answering(name, List.of(TestPki.bareLeaf(HOST).mint())));
        assertThat(text).doesNotContainPattern(UNSAFE);
        assertThat(text.lines().filter(line -> line.stripLeading().startsWith("Verdict:")))
                .hasSize(1);
    }

    @Test
    void render_serverNameOf60Kilobytes_staysReadable() {
        String text = of(Exchange.answering(
                "a".repeat(60_000), List.of(TestPki.bareLeaf(HOST).mint())));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(1000));
        assertThat(text).contains("(a name of 60000 characters)");
    }

    @Test
    void render_hostileTunnel_isEscaped() {
        String text = of(Exchange.opened("192.0.2.80", 3128)
                .client("CONNECT \u001b[2Jhost:443 HTTP/1.1\r\n\r\n")
                .after(41)
                .server("HTTP/1.1 200 \u001b[2J\r\nVia: \u001b[2J\u009b\r\n\r\n")
                .client(Tls.handshake(Tls.clientHello(HOST))));
        assertThat(text).contains("through an explicit proxy").doesNotContainPattern(UNSAFE);
    }

    @Test
    void render_thousandsOfPackets_isCut() {
        Exchange exchange = Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST)));
        byte[] flight = Tls.handshake(
                Tls.serverHello(),
                Tls.certificateOf(new byte[30_000], new byte[30_000], new byte[30_000]),
                Tls.serverHelloDone());
        assertThat(of(exchange.after(41).server(flight)))
                .contains("more packets")
                .satisfies(text -> assertThat(text.lines().count()).isLessThan(120));
    }
}
