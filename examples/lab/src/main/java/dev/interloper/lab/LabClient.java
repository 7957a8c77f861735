package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;

/** A client that names its host, checks the certificate, asks once and waits until the server hangs up. */
final class LabClient {
    private final Path trust;
    private final String name;
    private final String protocol;

    LabClient(Path trust, String name, String protocol) {
        this.trust = trust;
        this.name = name;
        this.protocol = protocol;
    }

    /** Makes a full handshake each time: a context of its own means that no session can be resumed. */
    String visit(InetAddress address, int port) throws GeneralSecurityException, IOException {
        var factory = TlsContexts.client(trust).getSocketFactory();
        try (var tcp = new Socket()) {
            tcp.setTcpNoDelay(true);
            tcp.connect(new InetSocketAddress(address, port), 5_000);
            tcp.setSoTimeout(5_000);
            try (var tls = (SSLSocket) factory.createSocket(tcp, name, port, true)) {
                var parameters = tls.getSSLParameters();
                parameters.setProtocols(new String[] {protocol});
                parameters.setServerNames(List.of(new SNIHostName(name)));
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                tls.getOutputStream().write(Exchange.request(name));
                var answer = new String(tls.getInputStream().readAllBytes(), US_ASCII);
                return tls.getSession().getCipherSuite() + " "
                        + answer.lines().findFirst().orElse("no answer");
            }
        }
    }
}
