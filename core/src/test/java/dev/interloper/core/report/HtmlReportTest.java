package dev.interloper.core.report;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.core.CaptureInspection;
import dev.interloper.core.CaptureInspector;
import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.fixture.Bundled;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page: well formed, harmless whatever peers call themselves, and complete. */
class HtmlReportTest {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029&&[^\\n]]");

    private static Interloper bundled() {
        return Interloper.builder().publicRoots(Bundled.publicRoots()).build();
    }

    static String page(CaptureInspector inspector) {
        CaptureInspection seen = inspector.inspect();
        HtmlReport report = new HtmlReport();
        report.beginCapture("capture.pcapng");
        seen.connections().forEach(report::connection);
        report.endCapture(seen.summary(), seen.overview());
        return written(report);
    }

    private static String written(HtmlReport report) {
        StringBuilder out = new StringBuilder();
        try {
            report.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Inspection of(Exchange exchange) {
        return Interloper.builder().publicRoots(TestPki.PUBLIC_ROOTS).build().inspect(exchange.handshake());
    }

    private static String page(Inspection inspection, int times) {
        HtmlReport report = new HtmlReport();
        report.beginCapture("capture.pcap");
        for (int i = 0; i < times; i++) {
            report.connection(inspection);
        }
        return written(report);
    }

    static Document parsed(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well formed: " + e.getMessage(), e);
        }
    }

    private static String flowing(String page) {
        return parsed(page).getDocumentElement().getTextContent().replaceAll("\\s+", " ");
    }

    /** Nothing in it runs or fetches, and nothing of it is invisible. */
    private static void assertHarmless(String page) {
        Document document = parsed(page);
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName())
                    .isNotIn("script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "use");
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                String name = element.getAttributes().item(a).getNodeName();
                assertThat(name).doesNotStartWith("on").isNotIn("src", "srcset", "style", "action", "data");
                if (name.endsWith("href")) {
                    assertThat(element.getAttribute(name)).startsWith("#");
                }
            }
        }
        String styles = document.getElementsByTagName("style").item(0).getTextContent();
        assertThat(styles).doesNotContain("url(", "@import", "image-set");
        assertThat(UNSAFE.matcher(page).find()).isFalse();
    }

    @Test
    void writeTo_foundingCase_tellsTheStoryVerdictFirst() {
        String page = page(bundled().capture(Bundled.FOUNDING));
        assertHarmless(page);
        assertThat(flowing(page))
                .containsSubsequence(
                        "Websense Content Gateway (today Forcepoint Web Security) is in the middle of this connection.",
                        "How sure that is",
                        "over 99.9 %",
                        "What to do",
                        "203.0.113.30",
                        "All connections together",
                        "Connection by connection",
                        "Speaks for interception",
                        "decisive",
                        "issuer.product",
                        "The flight",
                        "Presented to the client",
                        "Websense Public Primary Certificate Authority",
                        "Expected from the server",
                        "not known");
    }

    @Test
    void writeTo_foundingCase_drawsTheSplit() {
        NodeList texts = parsed(page(bundled().capture(Bundled.FOUNDING))).getElementsByTagName("text");
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < texts.getLength(); i++) {
            drawn.append(texts.item(i).getTextContent()).append('\n');
        }
        assertThat(drawn)
                .containsSubsequence(
                        "SYN", "ClientHello 344 B", "packet 6 · 90 B", "ServerHello 81 B", "40.5 ms after packet 6");
        assertThat(drawn).containsSubsequence("packet 8 · 871 B", "Certificate 853 B", "ServerHelloDone 0 B");
    }

    @Test
    void writeTo_reference_putsBothChainsSideBySide() {
        String page = page(bundled().capture(Bundled.FOUNDING).reference(Bundled.BYPASSED));
        assertHarmless(page);
        assertThat(flowing(page))
                .containsSubsequence("Presented to the client", "Expected from the server", "Known to be the server")
                .contains("Beside the reference");
    }

    @Test
    void writeTo_direct_saysSoAndAsksForNothing() {
        String page = page(bundled().capture(Bundled.JSSE));
        assertThat(flowing(page)).contains("Nobody is in the middle").doesNotContain("bypass list");
    }

    @Test
    void writeTo_nothingRead_saysSo() {
        assertThat(flowing(written(new HtmlReport()))).contains("There was no TLS connection to judge");
    }

    @Test
    void writeTo_moreThanIsShown_saysHowManyAreNot() {
        Inspection one =
                bundled().capture(Bundled.FOUNDING).inspect().connections().get(0);
        String page = page(one, HtmlReport.MAX_INTERCEPTED + 7);
        assertThat(page.split("<details id=", -1)).hasSize(HtmlReport.MAX_INTERCEPTED + 1);
        assertThat(flowing(page)).contains("7 more intercepted connections are not shown in detail");
        Inspection direct =
                bundled().capture(Bundled.JSSE).inspect().connections().get(0);
        assertThat(page(direct, HtmlReport.MAX_ROWS + 500).length())
                .isEqualTo(page(direct, HtmlReport.MAX_ROWS + 501).length());
    }

    @Property(tries = 60)
    void connection_hostileNames_staysHarmless(
            @ForAll("hostile") String subject, @ForAll("hostile") String issuer, @ForAll("hostile") String path) {
        X500Name by = named(issuer);
        X500Name to = named(subject);
        Inspection inspection = of(Exchange.answering(
                HOST,
                List.of(new TestPki.Minting(to, TestPki.key("leaf"), by, TestPki.key("private"))
                        .server(HOST)
                        .mint())));
        HtmlReport report = new HtmlReport();
        report.beginCapture(path);
        report.connection(inspection);
        assertHarmless(written(report));
    }

    /** A name as it is encoded, not as the builder would like it: RFC 5280's bound of 64 characters binds no attacker. */
    private static X500Name named(String commonName) {
        return new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String(commonName))
                .build();
    }

    @Property(tries = 60)
    void connection_hostileServerName_staysHarmless(@ForAll("hostile") String host) {
        assertHarmless(page(
                of(Exchange.answering(host, List.of(TestPki.bareLeaf(HOST).mint()))), 1));
    }

    @Property
    void text_anything_isWellFormedAndVisible(@ForAll @StringLength(max = 300) String text) {
        StringBuilder out = new StringBuilder();
        new HtmlWriter(out).element("p", text, "title", text);
        parsed(out.toString());
        assertThat(UNSAFE.matcher(out).find()).isFalse();
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> known = Arbitraries.of(
                "<script>alert(1)</script>",
                "\"onload=\"alert(1)",
                "' onmouseover='alert(1)",
                "</style><img src=x onerror=alert(1)>",
                "]]><svg onload=alert(1)>",
                "a\u202Emoc.knab\u2066",
                "zero\u200Bwidth\uFEFF",
                "&lt;&#60;&amp",
                "javascript:alert(1)",
                "\u001B[2J");
        return Arbitraries.oneOf(
                known,
                known.flatMap(a -> known.map(b -> a + b)),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(100));
    }

    @Test
    void tag_whatRunsOrFetches_isRefused() {
        HtmlWriter html = new HtmlWriter(new StringBuilder());
        assertThatThrownBy(() -> html.open("script")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> html.open("p", "onclick", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> html.open("a", "href", "javascript:x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> html.open("p", "style", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
