package dev.interloper.certs.name;

import dev.interloper.certs.internal.SafeText;
import java.util.Objects;

/**
 * One name in a certificate's subjectAltName extension.
 *
 * @param kind which sort of name; never null
 * @param value the name as in the certificate, untrusted; an address in its canonical text, or {@code #} and
 *     hexadecimal digits when it has neither four nor sixteen octets; empty for {@link Kind#OTHER}; never null
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6">RFC 5280, section 4.2.1.6</a>
 * @since 0.1
 */
public record SubjectAltName(Kind kind, String value) {
    /**
     * The sorts of names that can identify a TLS server, and the rest.
     *
     * @since 0.1
     */
    public enum Kind {
        /** A dNSName. */
        DNS,
        /** An iPAddress. */
        IP,
        /** A uniformResourceIdentifier. */
        URI,
        /** An rfc822Name. */
        EMAIL,
        /** Any other form. */
        OTHER
    }

    /**
     * Makes the record.
     *
     * @param kind which sort of name
     * @param value the name as in the certificate
     * @throws NullPointerException if an argument is null
     */
    public SubjectAltName {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }

    /** The value with its odd characters escaped. */
    @Override
    public String toString() {
        return kind == Kind.OTHER ? "(other name)" : SafeText.escape(value);
    }
}
