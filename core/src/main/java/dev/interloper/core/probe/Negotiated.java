package dev.interloper.core.probe;

import java.util.Objects;
import java.util.Optional;

/**
 * What a completed handshake agreed on. Immutable.
 *
 * @param version as the platform names it, such as {@code TLSv1.3}
 * @param cipherSuite the suite's IANA name
 * @param applicationProtocol the protocol of ALPN, in printable form
 * @param resumed whether the server took up the session that was offered
 * @since 0.1
 */
public record Negotiated(String version, String cipherSuite, Optional<String> applicationProtocol, boolean resumed) {

    /**
     * Checks.
     *
     * @param version as the platform names it, such as {@code TLSv1.3}
     * @param cipherSuite the suite's IANA name
     * @param applicationProtocol the protocol of ALPN, in printable form
     * @param resumed whether the server took up the session that was offered
     * @throws NullPointerException if anything is null
     */
    public Negotiated {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(cipherSuite, "cipherSuite");
        Objects.requireNonNull(applicationProtocol, "applicationProtocol");
    }
}
