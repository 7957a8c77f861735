package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against servers on the loopback. */
class ProbeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private int run(String... args) {
        return InterloperCli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Says a line to everybody who comes, and closes. */
    private void saying(String line) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().flush();
                    client.getInputStream().read(new byte[4096]);
                } catch (IOException e) {
                    return; // the test is over
                }
            }
        });
    }

    private String destination() {
        return "localhost:" + server.getLocalPort();
    }

    @Test
    void probe_nobodyListens_isDiagnosedAsRejected() throws IOException {
        server.close();
        assertThat(run("probe", destination())).isEqualTo(2);
        assertThat(printed()).contains("FIREWALL_REJECT", "[tcp.refused]", "What to do");
    }

    @Test
    void probe_sshServer_isNoTlsService() {
        saying("SSH-2.0-OpenSSH_9.2\r\n");
        assertThat(run("probe", destination(), "--connect", "127.0.0.1")).isEqualTo(2);
        assertThat(printed()).contains("NON_TLS_SERVICE", "speaks SSH, not TLS");
    }

    @Test
    void probe_json_namesCodeFactsAndExchanges() {
        saying("HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n");
        assertThat(run("probe", destination(), "--connect", "127.0.0.1", "--json"))
                .isEqualTo(2);
        assertThat(printed())
                .contains("\"code\": \"CAPTIVE_PORTAL\"", "\"answer.redirect\"", "\"exchanges\"", "\"outcome\"")
                .contains("\"step\": \"handshake\"");
    }

    @Test
    void probe_proxyRefuses_isPolicy() {
        saying("HTTP/1.1 403 Forbidden\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\nContent-Length: 0\r\n\r\n");
        assertThat(run("probe", "www.example.com", "--proxy", "http://" + destination()))
                .isEqualTo(2);
        assertThat(printed()).contains("PROXY_POLICY_BLOCK", "Squid", "through http://localhost:");
    }

    @Test
    void probe_html_isOnePageThatFetchesNothing(@TempDir Path folder) throws IOException {
        saying("SSH-2.0-<script>alert(1)</script>\r\n");
        Path page = folder.resolve("page.html");
        assertThat(run("probe", destination(), "--connect", "127.0.0.1", "--html", page.toString()))
                .isEqualTo(2);
        assertThat(Files.readString(page))
                .contains("speaks SSH, not TLS", "NON_TLS_SERVICE", "What was asked", "</html>")
                .doesNotContain("<script", " src=", "@import");
    }

    @Test
    void probe_htmlThatCannotBeWritten_isSaid(@TempDir Path folder) {
        saying("SSH-2.0-x\r\n");
        Path page = folder.resolve("none").resolve("page.html");
        assertThat(run("probe", destination(), "--connect", "127.0.0.1", "--html", page.toString()))
                .isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--html", "no such folder");
    }

    @Test
    void probe_unknownStep_isWrongUsage() {
        assertThat(run("probe", "localhost", "--steps", "teapot")).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("teapot", "pseudo-tls-microsoft");
    }

    @Test
    void probe_hostThatIsNone_isWrongUsage() {
        assertThat(run("probe", "host\r\nX: y")).isEqualTo(64);
        assertThat(printed()).isEmpty();
    }

    @Test
    void probe_proxyUrlWithPassword_neverShowsIt() {
        assertThat(run("probe", "localhost", "--proxy", "ftp://user:secret@proxy"))
                .isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("socks5").doesNotContain("secret");
    }
}
