package dev.interloper.certs.transparency;

/**
 * How a signed certificate timestamp came to the client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-3.3">RFC 6962, section 3.3</a>
 * @since 0.1
 */
public enum SctOrigin {
    /** In the certificate, extension 1.3.6.1.4.1.11129.2.4.2; it is about the precertificate. */
    EMBEDDED("embedded in the certificate"),
    /** In the handshake, TLS extension 18 (signed_certificate_timestamp). */
    TLS("from the TLS extension"),
    /** In a stapled OCSP response, extension 1.3.6.1.4.1.11129.2.4.5. */
    OCSP("from the OCSP response");

    private final String words;

    SctOrigin(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
