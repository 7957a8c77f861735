package dev.interloper.certs.pin;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Hashes;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a validated path may have to have: a key or a certificate, by SHA-256, maybe only in one role.
 *
 * <p>In text a key is {@code sha256/BASE64} as in OkHttp, a certificate {@code cert-sha256/BASE64}, and a role other than
 * any stands before it: {@code ca:sha256/BASE64}. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7469#section-2.4">RFC 7469, section 2.4</a>
 * @since 0.1
 */
public final class Pin {
    /**
     * What the digest is of.
     *
     * @since 0.1
     */
    public enum Kind {
        /** The SubjectPublicKeyInfo: survives renewals that keep the key, and cross-signs. */
        PUBLIC_KEY,
        /** The whole certificate: every renewal breaks it. */
        CERTIFICATE
    }

    /**
     * Where on the path the pinned thing has to be.
     *
     * @since 0.1
     */
    public enum Role {
        /** Anywhere, as in RFC 7469 and OkHttp. */
        ANY(""),
        /** The server's own certificate. */
        LEAF("leaf:"),
        /** An intermediate or the root. */
        CA("ca:"),
        /** Between leaf and anchor. */
        INTERMEDIATE("intermediate:"),
        /** The anchor in which the path ends. */
        ROOT("root:");

        private final String prefix;

        Role(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        /** A self-signed leaf that is its own anchor is leaf and root at once. */
        boolean allows(boolean leaf, boolean root) {
            return switch (this) {
                case ANY -> true;
                case LEAF -> leaf;
                case CA -> root || !leaf;
                case INTERMEDIATE -> !leaf && !root;
                case ROOT -> root;
            };
        }
    }

    private final Kind kind;
    private final Role role;
    private final PublicKeyHash digest; // 32 octets with equality, of whatever the kind says

    Pin(Kind kind, Role role, PublicKeyHash digest) {
        this.kind = kind;
        this.role = role;
        this.digest = digest;
    }

    /**
     * A pin on a certificate's key, in any role.
     *
     * @param certificate the certificate; not null
     * @return the pin
     */
    public static Pin of(X509Certificate certificate) {
        return of(PublicKeyHash.of(certificate));
    }

    /**
     * A pin on a key, in any role.
     *
     * @param key the hash of the key; not null
     * @return the pin
     */
    public static Pin of(PublicKeyHash key) {
        return new Pin(Kind.PUBLIC_KEY, Role.ANY, Objects.requireNonNull(key, "key"));
    }

    /**
     * A pin on the key of a CA, intermediate or root.
     *
     * @param certificate a certificate of the CA; not null
     * @return the pin
     */
    public static Pin ofCa(X509Certificate certificate) {
        return of(certificate).withRole(Role.CA);
    }

    /**
     * A pin on a whole certificate, in any role.
     *
     * @param certificate the certificate; not null
     * @return the pin
     * @throws IllegalArgumentException if the certificate cannot give its encoding
     */
    public static Pin ofCertificate(X509Certificate certificate) {
        PublicKeyHash digest = certificateDigest(certificate)
                .orElseThrow(() -> new IllegalArgumentException("certificate has no encoding"));
        return new Pin(Kind.CERTIFICATE, Role.ANY, digest);
    }

    static Optional<PublicKeyHash> certificateDigest(X509Certificate certificate) {
        try {
            String hex = HexFormat.of().formatHex(Hashes.sha256(certificate.getEncoded()));
            return Optional.of(PublicKeyHash.fromHex(hex));
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a pin. Beside the form of {@link #toString()}, the digest may be in hexadecimal, with colons or without, and
     * the pin as curl ({@code sha256//BASE64}) or RFC 7469 ({@code pin-sha256="BASE64"}) write it.
     *
     * @param text the pin, without spaces; not null
     * @return the pin
     * @throws PinSyntaxException if it is anything else; {@code sha1/} is
     */
    public static Pin parse(String text) throws PinSyntaxException {
        return PinText.parse(Objects.requireNonNull(text, "text"));
    }

    /**
     * The same pin in another role.
     *
     * @param where where on the path it has to be; not null
     * @return the pin
     */
    public Pin withRole(Role where) {
        return new Pin(kind, Objects.requireNonNull(where, "where"), digest);
    }

    /**
     * What the digest is of.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Where on the path the pinned thing has to be.
     *
     * @return the role
     */
    public Role role() {
        return role;
    }

    /**
     * The key that is pinned.
     *
     * @return its hash; empty for {@link Kind#CERTIFICATE}
     */
    public Optional<PublicKeyHash> keyHash() {
        return kind == Kind.PUBLIC_KEY ? Optional.of(digest) : Optional.empty();
    }

    /**
     * The digest in Base64, with padding.
     *
     * @return 44 characters
     */
    public String base64() {
        return digest.base64();
    }

    /**
     * The digest in hexadecimal.
     *
     * @return 64 lower-case digits
     */
    public String hex() {
        return digest.hex();
    }

    PublicKeyHash digest() {
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pin that && kind == that.kind && role == that.role && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(digest, kind, role);
    }

    /** The pin as {@link #parse} reads it. */
    @Override
    public String toString() {
        return role.prefix() + (kind == Kind.CERTIFICATE ? "cert-" : "") + digest;
    }
}
