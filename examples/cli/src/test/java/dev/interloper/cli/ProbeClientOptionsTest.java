package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command shows of its own end: a client certificate, an address. */
class ProbeClientOptionsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private final Queue<String> subjects = new ConcurrentLinkedQueue<>();
    private final Queue<InetAddress> sources = new ConcurrentLinkedQueue<>();
    private SSLServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        KeyStore keys = KeyStore.getInstance(keyStore("server").toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), new TrustManager[] {new Anybody()}, null);
        server = (SSLServerSocket) context.getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        server.setWantClientAuth(true);
        Thread thread = new Thread(this::serve, "test server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                sources.add(client.getInetAddress());
                client.setSoTimeout(5000);
                client.startHandshake();
                subjects.add(client.getSession().getPeerPrincipal().getName());
            } catch (IOException e) {
                // a client without a certificate, or one that left in mid-handshake, or the test is over
            }
        }
    }

    private Path keyStore(String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }

    private Run probe(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "probe";
        args[1] = "localhost:" + server.getLocalPort();
        args[2] = "--connect";
        args[3] = "127.0.0.1";
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.of(args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void probe_clientCertificate_isShown() throws Exception {
        Path password = file("password", PASSWORD + "\n");
        Run run = probe(
                "--client-certificate", keyStore("alice").toString(), "--client-password-file", password.toString());
        assertThat(run.err()).isEmpty();
        assertThat(subjects).contains("CN=alice");
    }

    @Test
    void probe_noClientCertificate_showsNone() {
        assertThat(probe().err()).isEmpty();
        assertThat(sources).isNotEmpty();
        assertThat(subjects).isEmpty();
    }

    @Test
    void probe_keyStoreThatCannotBeRead_is64WithoutThePassword() throws Exception {
        String store = keyStore("alice").toString();
        Path wrong = file("password", "hunter2\n");
        Run run = probe("--client-certificate", store, "--client-password-file", wrong.toString());
        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("--client-certificate", "alice.p12").doesNotContain("hunter2");
        assertThat(probe("--client-certificate", file("x", "no store").toString())
                        .status())
                .isEqualTo(64);
        assertThat(probe("--client-certificate", folder.resolve("none").toString())
                        .err())
                .contains("no such file");
        assertThat(probe(
                                "--client-certificate",
                                store,
                                "--client-password-file",
                                folder.resolve("none").toString())
                        .err())
                .contains("the password file cannot be read");
        assertThat(sources).isEmpty();
    }

    @Test
    void probe_bind_dialsFromThatAddress() {
        probe("--bind", "127.0.0.1");
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address.getHostAddress()).isEqualTo("127.0.0.1"));
    }

    @Test
    void probe_bindToAnotherMachinesAddress_saysWhy() {
        Run run = probe("--bind", "192.0.2.1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(sources).isEmpty();
        assertThat(probe("--bind", "eth0").status()).isEqualTo(64);
    }

    /** Takes any client's certificate. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
