package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.explain.Explainer;
import dev.interloper.certs.explain.Explanation;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.pin.OkHttpPins;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustProfile;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.Outcome;
import dev.interloper.core.Reference;
import dev.interloper.core.client.ClientInspector;
import dev.interloper.core.client.ClientVerdict;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.fingerprint.Ja4;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** The README's first example is this code, and prints what the README says. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..");

    @Test
    void firstExample_run_printsWhatTheReadmeSays() throws IOException {
        assertThat(printed()).isEqualTo(block("<!-- output: ReadmeTest compares it -->\n```\n"));
    }

    @Test
    void firstExample_source_isTheReadmes() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "dev", "interloper", "cli", "ReadmeTest.java"));
        String shown = block("```java\n").replace("Path.of(\"", "capture(\"").replace("System.out", "out");
        assertThat(withoutBlanks(source)).contains(withoutBlanks(shown));
    }

    @Test
    void chainExample_source_isTheReadmes() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "dev", "interloper", "cli", "ReadmeTest.java"));
        assertThat(withoutBlanks(source)).contains(withoutBlanks(block("## Chains and handshakes\n\n```java\n")));
    }

    @Test
    void referenceExample_source_isTheReadmes() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "dev", "interloper", "cli", "ReadmeTest.java"));
        String shown = block("both may be intercepted. In\ncode:\n\n```java\n").replace("System.out", "out");
        assertThat(withoutBlanks(source)).contains(withoutBlanks(shown));
    }

    @Test
    void referenceExample_run_printsTheDifferences() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        compare(
                capture("examples/captures/founding-case.pcapng"),
                capture("examples/captures/founding-case-bypassed.pcapng"),
                AnchorSet.fromPem("public roots", capture("examples/captures/public-roots.pem")),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("issuer: CN=Websense", "in the reference");
    }

    private static void compare(Path file, Path reference, AnchorSet roots, PrintStream out) {
        Interloper interloper = Interloper.builder().publicRoots(roots).build();
        Reference good = interloper.reference(Capture.file(reference));
        interloper
                .capture(file)
                .reference(good)
                .forEach(connection -> connection.comparison().ifPresent(out::println));
    }

    @Test
    void handshakeExample_source_isTheReadmes() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "dev", "interloper", "cli", "ReadmeTest.java"));
        String shown = block("and can be used by itself:\n\n```java\n").replace("System.out", "out");
        assertThat(withoutBlanks(source)).contains(withoutBlanks(shown));
    }

    @Test
    void handshakeExample_run_printsNameAndFingerprint() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path captures = ROOT.resolve("examples").resolve("captures");
        handshakes(
                captures.resolve("tls13-mitmproxy.pcap"),
                captures.resolve("tls13-mitmproxy.keys"),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .matches("www\\.lumenfoto\\.example t13d\\w{4}00_\\w{12}_\\w{12}\\R");
    }

    @Test
    void clientExample_source_isTheReadmes() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "dev", "interloper", "cli", "ReadmeTest.java"));
        String shown =
                block("whether its own clients are intercepted:\n\n```java\n").replace("System.out", "out");
        assertThat(withoutBlanks(source)).contains(withoutBlanks(shown));
    }

    @Test
    void clientExample_programInABrowsersName_isIntercepted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Capture.file(capture("examples/captures/tls13-mitmproxy.pcap"))
                .read(handshake -> clients(
                        handshake.clientHello().orElseThrow(),
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                        List.of("Host", "X-Forwarded-For"),
                        out));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("intercepted (probability of interception 99.9 %): the user agent says Chromium 131, but")
                .contains("header.forwarded: ");
    }

    private static void clients(ClientHello clientHello, String userAgent, List<String> headerNames, PrintStream out) {
        ClientVerdict verdict = ClientInspector.create()
                .hello(clientHello)
                .userAgent(userAgent)
                .headerNames(headerNames)
                .inspect();
        out.println(verdict);
        verdict.evidence().forEach(out::println);
    }

    @Test
    void certsExample_source_isTheReadmes() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "dev", "interloper", "cli", "ReadmeTest.java"));
        String shown = block("no capture and opens no connection:\n\n```java\n").replace("System.out", "out");
        assertThat(withoutBlanks(source)).contains(withoutBlanks(shown));
    }

    @Test
    void certsExample_foreignChain_saysWhyAndWhatToDo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path capture = ROOT.resolve("examples").resolve("captures").resolve("tls13-mitmproxy.pcap");
        List<X509Certificate> certificates = new ArrayList<>();
        Capture.file(capture)
                .withKeyLog(
                        KeyLog.file(ROOT.resolve("examples").resolve("captures").resolve("tls13-mitmproxy.keys")))
                .read(handshake -> certificates.addAll(
                        CertificateChain.parse(handshake.serverCertificate().orElseThrow().entries().stream()
                                        .map(entry -> entry.certificate().toByteArray())
                                        .toList())
                                .certificates()));
        Exception failure = new SSLHandshakeException(
                "PKIX path building failed: " + "unable to find valid certification path to requested target");

        chains(
                certificates,
                "www.lumenfoto.example",
                certificates.get(0).getNotBefore().toInstant().plus(Duration.ofHours(1)),
                failure,
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("ERROR ISSUER_NOT_FOUND", "mitmproxy")
                .contains("sha256/afwiKY3RxoMmLkuRW1l7QsPZTJPwDS2pdDROQjXw8ig=");
    }

    private static void chains(
            List<X509Certificate> certificates,
            String host,
            Instant at,
            Exception handshakeException,
            PrintStream out) {
        TrustReport trust = TrustEvaluator.builder()
                .profile(TrustProfile.webPki())
                .build()
                .evaluate(CertificateChain.of(certificates), ServerName.parse(host), at);
        trust.findings().forEach(out::println);

        PinPolicy pins = OkHttpPins.read("**." + host + " sha256/afwiKY3RxoMmLkuRW1l7QsPZTJPwDS2pdDROQjXw8ig=");
        out.println(pins.evaluate(ServerName.parse(host), trust, at).explain());

        Explanation why =
                Explainer.create().explain(handshakeException, certificates.toArray(new X509Certificate[0]), host, at);
        out.println(why.sentence() + " " + why.remedies());
    }

    private static void handshakes(Path path, Path keys, PrintStream out) throws IOException {
        Capture.file(path).withKeyLog(KeyLog.file(keys)).read(handshake -> {
            handshake
                    .clientHello()
                    .ifPresent(hello -> out.println(handshake.serverName().orElse("-") + " "
                            + Ja4.of(hello, handshake.protocol()).ja4()));
            handshake.problems().forEach(out::println);
        });
    }

    @Test
    void chainExample_noPublicRoot_isNotDirect() throws Exception {
        SSLSession session = mock(SSLSession.class);
        when(session.getPeerCertificates()).thenReturn(foundingChain());
        assertThat(judge(session).verdict().outcome()).isNotEqualTo(Outcome.DIRECT);
    }

    private static Inspection judge(SSLSession session) throws SSLPeerUnverifiedException {
        Inspection inspection = Interloper.create()
                .chain(Stream.of(session.getPeerCertificates())
                        .map(X509Certificate.class::cast)
                        .toList())
                .host("www.example.org")
                .inspect();
        return inspection;
    }

    /** The chain that the proxy of the founding case presented. */
    private static Certificate[] foundingChain() {
        return Interloper.create()
                .capture(capture("examples/captures/founding-case.pcapng"))
                .inspect()
                .connections()
                .get(0)
                .observation()
                .chain()
                .certificates()
                .toArray(Certificate[]::new);
    }

    private static String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Interloper interloper = Interloper.create();
        for (Inspection connection : interloper
                .capture(capture("examples/captures/founding-case.pcapng"))
                .inspect()
                .connections()) {
            out.println(connection.verdict());
            out.println(connection.advice());
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static Path capture(String fromRoot) {
        return ROOT.resolve(fromRoot);
    }

    private static String block(String opening) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher matcher = Pattern.compile(Pattern.quote(opening) + "(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(matcher.find()).as("a block behind %s", opening).isTrue();
        return matcher.group(1);
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
