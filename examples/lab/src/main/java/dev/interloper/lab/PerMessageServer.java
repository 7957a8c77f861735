package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An unbuffered writer: {@link SSLSocket} gives each handshake message a record and a write of its own, and Nagle's
 * algorithm, left on, then holds the second one back until the first is acknowledged.
 */
final class PerMessageServer {
    private final SSLContext context;
    private final String suite;

    PerMessageServer(SSLContext context, String suite) {
        this.context = context;
        this.suite = suite;
    }

    void answer(SocketChannel connection) throws IOException {
        var tcp = connection.socket();
        try (var tls = (SSLSocket) context.getSocketFactory()
                .createSocket(tcp, tcp.getInetAddress().getHostAddress(), tcp.getPort(), true)) {
            tls.setUseClientMode(false);
            tls.setEnabledCipherSuites(new String[] {suite});
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
