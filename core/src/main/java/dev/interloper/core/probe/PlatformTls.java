package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The platform's TLS with a witness in the place of a judge. Sessions are kept for a second handshake within the same probe. */
final class PlatformTls {

    private final SSLContext context;
    private final Witness witness = new Witness();
    private final Credentials credentials;
    private final List<String> applicationProtocols;
    private final List<String> versions;

    PlatformTls(
            @Nullable X509ExtendedKeyManager clientCertificate,
            List<String> applicationProtocols,
            List<String> versions) {
        this.applicationProtocols = applicationProtocols;
        this.versions = versions;
        credentials = new Credentials(clientCertificate);
        try {
            context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {credentials}, new TrustManager[] {witness}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has TLS", e);
        }
    }

    /**
     * An engine for a client.
     *
     * @param peer what sessions are remembered by
     * @param serverName what the hello names; null for none
     */
    SSLEngine engine(String peer, int port, @Nullable String serverName) {
        witness.reset();
        credentials.reset();
        SSLEngine engine = context.createSSLEngine(peer, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setServerNames(serverName == null ? List.of() : List.of(new HostName(serverName)));
        parameters.setApplicationProtocols(applicationProtocols.toArray(new String[0]));
        if (!versions.isEmpty()) {
            parameters.setProtocols(versions.toArray(new String[0]));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** A host's name as it is: the platform's own type refuses underscores and the like, which hosts have. */
    private static final class HostName extends SNIServerName {

        HostName(String name) {
            super(StandardConstants.SNI_HOST_NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Whether a server has asked for a client's certificate since the last engine was made. */
    boolean clientCertificateRequested() {
        return credentials.wereRequested();
    }

    /** Versions that this platform speaks, switched off ones included. */
    static List<String> knownVersions() {
        try {
            return List.of(SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has TLS", e);
        }
    }

    List<X509Certificate> chain() {
        return witness.chain();
    }

    static Negotiated negotiated(SSLEngine engine, SSLSession session, boolean resumed) {
        String protocol = engine.getApplicationProtocol();
        Optional<String> alpn = protocol == null || protocol.isEmpty()
                ? Optional.empty()
                : Optional.of(Bytes.copyOf(protocol.getBytes(StandardCharsets.ISO_8859_1))
                        .printable());
        return new Negotiated(session.getProtocol(), session.getCipherSuite(), alpn, resumed);
    }
}
