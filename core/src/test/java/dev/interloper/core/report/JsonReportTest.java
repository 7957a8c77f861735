package dev.interloper.core.report;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interloper.core.CaptureInspector;
import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.Overview;
import dev.interloper.core.fixture.Bundled;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.capture.CaptureSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;

/** The document, read back by somebody else's parser. */
class JsonReportTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The format: every path, an array's elements under []. Adding to it is allowed, renaming is a new format. */
    private static final String DOCUMENTED = """
            .format
            .captures
            .captures[].file
            .captures[].connections
            .captures[].overview
            .captures[].overview.interceptors
            .captures[].overview.interceptors[].product
            .captures[].overview.interceptors[].engine
            .captures[].overview.interceptors[].issuer
            .captures[].overview.interceptors[].connections
            .captures[].overview.interceptors[].hosts
            .captures[].overview.direct
            .captures[].overview.undecided
            .captures[].overview.commonToExempt
            .captures[].fileFormat
            .captures[].packets
            .captures[].otherPackets
            .captures[].tcpConnections
            .captures[].handshakes
            .captures[].problem
            .captures[].problem.kind
            .captures[].problem.offset
            .captures[].problem.packets
            .captures[].problem.reason
            -client
            -client.address
            -client.port
            -server
            -server.address
            -server.port
            -start
            -host
            -serverName
            -version
            -tunnel
            -tunnel.target
            -tunnel.status
            -messages
            -messages[].type
            -messages[].direction
            -messages[].length
            -messages[].records
            -messages[].records[].index
            -messages[].records[].offset
            -messages[].records[].length
            -messages[].firstPacket
            -messages[].firstPacket.number
            -messages[].firstPacket.arrivalNanos
            -messages[].firstPacket.payloadLength
            -messages[].lastPacket
            -messages[].lastPacket.number
            -messages[].lastPacket.arrivalNanos
            -messages[].lastPacket.payloadLength
            -messages[].malformation
            -alerts
            -alerts[].direction
            -alerts[].fatal
            -alerts[].name
            -alerts[].firstPacket
            -alerts[].firstPacket.number
            -alerts[].firstPacket.arrivalNanos
            -alerts[].firstPacket.payloadLength
            -alerts[].lastPacket
            -alerts[].lastPacket.number
            -alerts[].lastPacket.arrivalNanos
            -alerts[].lastPacket.payloadLength
            -problems
            -problems[].kind
            -problems[].direction
            -problems[].offset
            -problems[].description
            -flight
            -flight.reliable
            -flight.doubts
            -flight.roundTripMillis
            -flight.firstReplyMillis
            -flight.boundaries
            -flight.boundaries[].before
            -flight.boundaries[].after
            -flight.boundaries[].kind
            -flight.boundaries[].gapMillis
            -flight.boundaries[].packets
            -certificate
            -certificate.subject
            -certificate.issuer
            -certificate.serial
            -certificate.notBefore
            -certificate.notAfter
            -certificate.names
            -certificate.keySha256
            -certificate.chainLength
            -certificate.anchorClass
            -certificate.anchor
            -certificate.trusted
            -certificate.findings
            -certificate.findings[].code
            -certificate.findings[].severity
            -certificate.findings[].certificate
            -certificate.findings[].sentence
            -certificate.findings[].source
            -verdict
            -verdict.outcome
            -verdict.probability
            -verdict.engine
            -verdict.product
            -verdict.product.name
            -verdict.product.vendor
            -verdict.product.kind
            -verdict.evidence
            -verdict.evidence[].signal
            -verdict.evidence[].grade
            -verdict.evidence[].weight
            -verdict.evidence[].statement
            -verdict.evidence[].source
            -verdict.evidence[].packets
            -referenceStanding
            -comparison
            -comparison.referenceStart
            -comparison.referenceServer
            -comparison.aspects
            -comparison.aspects[].name
            -comparison.aspects[].group
            -comparison.aspects[].seen
            -comparison.aspects[].reference
            -comparison.aspects[].likeness
            -comparison.aspects[].matters
            -comparison.aspects[].remark
            -advice
            -advice.summary
            -advice.bypass
            -advice.bypass[].kind
            -advice.bypass[].value
            -advice.bypass[].port
            -advice.breakage
            -advice.steps
            -advice.bypassRule
            -advice.bypassRule.text
            -advice.bypassRule.unsupported
            -advice.bypassRule.verified
            """.replace("-", ".captures[].connections[].");

    private static final Interloper INTERLOPER =
            Interloper.builder().publicRoots(TestPki.PUBLIC_ROOTS).build();

    private static String written(CaptureInspector... captures) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport report = new JsonReport(out);
        for (CaptureInspector capture : captures) {
            report.beginCapture("a \"name\"\n");
            Overview.Collector overview = Overview.collector();
            CaptureSummary summary = capture.forEach(inspection -> {
                overview.add(inspection);
                try {
                    report.connection(inspection);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            report.endCapture(summary, overview.overview());
        }
        report.end();
        return out.toString();
    }

    private static JsonNode connection(Exchange exchange) throws IOException {
        JsonNode root = JSON.readTree(written(INTERLOPER.capture(exchange.capture())));
        return root.path("captures").path(0).path("connections").path(0);
    }

    private static Set<String> paths(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String at, Set<String> paths) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, at + "[]", paths));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            paths.add(at + "." + field.getKey());
            collect(field.getValue(), at + "." + field.getKey(), paths);
        }
    }

    /** Captures that show every field there is: a product, a reference, a tunnel with an alert, loss, and a file cut short. */
    private static String everything() throws IOException {
        Exchange tunnel = Exchange.opened("192.0.2.80", 3128)
                .client("CONNECT " + HOST + ":443 HTTP/1.1\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\n\r\n")
                .client(Tls.handshake(Tls.clientHello(HOST)))
                .after(41)
                .server(Tls.handshake(Tls.serverHello()))
                .serverLost(10)
                .server(Tls.handshake(Tls.serverHelloDone()))
                .client(Tls.alert(2, 48))
                .closed();
        byte[] cut =
                Exchange.answering(HOST, List.of(TestPki.bareLeaf(HOST).mint())).pcap();
        Interloper bundled =
                Interloper.builder().publicRoots(Bundled.publicRoots()).build();
        return written(
                bundled.capture(Bundled.FOUNDING).reference(Bundled.BYPASSED),
                INTERLOPER.capture(tunnel.capture()),
                INTERLOPER.capture(Exchange.captureOf(Arrays.copyOf(cut, cut.length - 3))));
    }

    @Test
    void document_always_hasExactlyTheDocumentedPaths() throws IOException {
        assertThat(paths(JSON.readTree(everything())))
                .containsExactlyInAnyOrderElementsOf(DOCUMENTED.lines().toList());
    }

    @Test
    void javadoc_always_namesEveryField() throws IOException {
        String source = Files.readString(
                Path.of("src", "main", "java", "dev", "interloper", "core", "report", "JsonReport.java"));
        String javadoc = source.substring(source.indexOf("/**"), source.indexOf("public final class"));
        Set<String> named = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{@code ([A-Za-z0-9]+)(?:\\[])?}").matcher(javadoc);
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(named)
                .containsAll(DOCUMENTED
                        .lines()
                        .map(path -> path.substring(path.lastIndexOf('.') + 1))
                        .toList());
    }

    @Test
    void document_noCapture_isValid() throws IOException {
        JsonNode root = JSON.readTree(written());
        assertThat(root.path("format").intValue()).isEqualTo(1);
        assertThat(root.path("captures").isEmpty()).isTrue();
    }

    @Test
    void captures_several_keepTheirOrderAndProblems() throws IOException {
        JsonNode captures = JSON.readTree(everything()).path("captures");
        assertThat(captures).hasSize(3);
        assertThat(captures.path(0).path("file").textValue()).isEqualTo("a \"name\"\n");
        assertThat(captures.path(0).path("problem").isNull()).isTrue();
        assertThat(captures.path(2).path("problem").path("kind").textValue()).isEqualTo("cut_short");
        assertThat(captures.path(2).path("problem").path("packets").longValue()).isEqualTo(4);
    }

    @Test
    void connection_foundingCase_hasTheFacts() throws IOException {
        JsonNode connection = JSON.readTree(everything())
                .path("captures")
                .path(0)
                .path("connections")
                .path(0);
        assertThat(connection.at("/verdict/outcome").textValue()).isEqualTo("intercepted");
        assertThat(connection.at("/verdict/product/vendor").textValue()).contains("Forcepoint");
        assertThat(connection.at("/flight/boundaries/0/kind").textValue()).isEqualTo("nagle_hold");
        assertThat(connection.at("/flight/boundaries/0/gapMillis").doubleValue())
                .isBetween(30.0, 60.0);
        assertThat(connection.at("/messages/1/firstPacket/number").longValue()).isEqualTo(6);
        assertThat(connection.at("/messages/1/direction").textValue()).isEqualTo("server");
        assertThat(connection.at("/advice/bypass/1/value").textValue()).isEqualTo("203.0.113.30");
        assertThat(connection.at("/certificate/keySha256").textValue()).matches("[0-9a-f]{64}");
        assertThat(connection.at("/serverName").textValue()).isEqualTo("avedge.fabrikam.example");
    }

    @Test
    void numbers_always_arePlainNumbers() throws IOException {
        String text = everything();
        JSON.readTree(text)
                .findValues("weight")
                .forEach(weight -> assertThat(weight.isNumber()).isTrue());
        JSON.readTree(text)
                .findValues("probability")
                .forEach(probability -> assertThat(probability.doubleValue()).isBetween(0.0, 1.0));
        assertThat(text).doesNotContainPattern(": [-0-9.]*(E|NaN|Infinity)");
    }

    @Test
    void numbers_verySmallOrLarge_areStillPlain() throws IOException {
        Signal extreme = new Signal() {
            @Override
            public String id() {
                return "test.extreme";
            }

            @Override
            public Vantage vantage() {
                return Vantage.CHAIN;
            }

            @Override
            public Set<EvidenceKind> kinds() {
                return Set.of();
            }

            @Override
            public String weighing() {
                return "none";
            }

            @Override
            public String rationale() {
                return "A test.";
            }

            @Override
            public String falsePositives() {
                return "A test.";
            }

            @Override
            public List<Evidence> examine(Observation observation) {
                return List.of(
                        Evidence.of(id(), Grade.WEAK, 1e-9, "hardly anything", "a test"),
                        Evidence.of(id(), Grade.WEAK, -20_000_000, "very much", "a test"));
            }
        };
        Inspection inspection =
                Interloper.builder().signal(extreme).build().chain(List.of()).inspect();
        StringBuilder out = new StringBuilder();
        JsonReport report = new JsonReport(out);
        report.beginCapture("x");
        report.connection(inspection);
        assertThat(out.toString())
                .contains("\"weight\": 0.000000001", "\"weight\": -20000000")
                .doesNotContainPattern(": [-0-9.]*E");
    }

    @Test
    void texts_hostile_areEscapedAndReadBackTheSame() throws IOException {
        String hostile = "\u001b[2J\u202e\"quoted\"\\\r\n\u0000\u009b\u2028\ud83d\ude00";
        TestPki.Minting leaf = new TestPki.Minting(
                new X500NameBuilder().addRDN(BCStyle.CN, "leaf").build(),
                TestPki.key("leaf"),
                new X500NameBuilder().addRDN(BCStyle.CN, hostile).build(),
                TestPki.key("private"));
        Exchange exchange = Exchange.answering(
                "\u001b\"sni\"\r\n", List.of(leaf.server(HOST).mint()));
        String text = written(INTERLOPER.capture(exchange.capture()));
        assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028&&[^\\r\\n]]");
        JsonNode connection =
                JSON.readTree(text).path("captures").path(0).path("connections").path(0);
        assertThat(connection.at("/certificate/issuer").textValue()).contains("\\u{1B}[2J\\u{202E}");
        assertThat(connection.at("/serverName").textValue()).isEqualTo("\\x1b\"sni\"\\x0d\\x0a");
    }

    @Test
    void fileName_hostile_isEscapedAndReadBackTheSame() throws IOException {
        String name = "\u001b[2J\u202e\u061c\u200b\ufeff\"\\\n\t\u007f\ud83d\ude00\ud83d";
        StringBuilder out = new StringBuilder();
        JsonReport report = new JsonReport(out);
        report.beginCapture(name);
        report.endCapture(
                INTERLOPER
                        .capture(Exchange.captureOf(Exchange.empty()))
                        .inspect()
                        .summary(),
                Overview.collector().overview());
        report.end();
        assertThat(out.toString()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\r\\n]]");
        assertThat(JSON.readTree(out.toString()).at("/captures/0/file").textValue())
                .isEqualTo(name);
    }

    @Test
    void connection_clientHelloOnly_hasNullsForTheUnknown() throws IOException {
        JsonNode connection = connection(Exchange.opened().client(Tls.handshake(Tls.clientHello(""))));
        for (String unknown : List.of("serverName", "version", "tunnel", "certificate")) {
            assertThat(connection.get(unknown).isNull()).as(unknown).isTrue();
        }
        assertThat(connection.at("/flight/firstReplyMillis").isNull()).isTrue();
        assertThat(connection.at("/verdict/product").isNull()).isTrue();
        assertThat(connection.at("/verdict/outcome").textValue()).isEqualTo("inconclusive");
    }

    @Test
    void connection_leafDoesNotParse_hasNoCertificate() throws IOException {
        JsonNode connection = connection(Exchange.opened()
                .client(Tls.handshake(Tls.clientHello(HOST)))
                .server(Tls.handshake(Tls.serverHello(), Tls.certificateOf(new byte[] {9, 9}), Tls.serverHelloDone())));
        assertThat(connection.get("certificate").isNull()).isTrue();
        assertThat(connection.at("/verdict/evidence/0/statement").textValue()).contains("does not parse");
    }
}
