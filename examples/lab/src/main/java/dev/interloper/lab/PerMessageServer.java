package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An unbuffered writer: {@link SSLSocket} gives each handshake message a record and a write of its own, and Nagle's
 * algorithm, left on, then holds the second one back until the first is acknowledged.
 */
final class PerMessageServer {
    private final SSLContext context;
    private final List<String> suites;
    private final Duration pause;

    /** {@code suites} may be empty for whatever Java likes best; the pause comes after the first write. */
    PerMessageServer(SSLContext context, List<String> suites, Duration pause) {
        this.context = context;
        this.suites = suites;
        this.pause = pause;
    }

    void answer(SocketChannel connection) throws IOException {
        var accepted = connection.socket();
        Socket tcp = pause.isZero() ? accepted : new PausingSocket(accepted, pause);
        try (var tls = (SSLSocket) context.getSocketFactory()
                .createSocket(tcp, tcp.getInetAddress().getHostAddress(), tcp.getPort(), true)) {
            tls.setUseClientMode(false);
            if (!suites.isEmpty()) {
                tls.setEnabledCipherSuites(suites.toArray(String[]::new));
            }
            var in = tls.getInputStream();
            var request = new StringBuilder();
            var buffer = new byte[1024];
            while (!Exchange.isWholeRequest(request.toString())) {
                int n = in.read(buffer);
                if (n < 0) {
                    return;
                }
                request.append(new String(buffer, 0, n, US_ASCII));
            }
            tls.getOutputStream().write(Exchange.ANSWER);
            tls.shutdownOutput();
            in.readAllBytes();
        }
    }
}
