package dev.interloper.certs;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.Hashes;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * SHA-256 over a DER-encoded SubjectPublicKeyInfo: the identity of a public key, whatever certificate carries it.
 *
 * <p>It is what anchors are looked up by and what pins are made of. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7469#section-2.4">RFC 7469, section 2.4</a>
 * @since 0.1
 */
public final class PublicKeyHash implements Comparable<PublicKeyHash> {
    private static final int LENGTH = 32;

    private final byte[] digest;

    private PublicKeyHash(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Hashes the public key of a certificate, exactly as the certificate encodes it.
     *
     * @param certificate the certificate; not null
     * @return the hash
     */
    public static PublicKeyHash of(X509Certificate certificate) {
        byte[] key = CertificateStructure.publicKeyInfo(certificate);
        return key.length == 0 ? of(certificate.getPublicKey()) : ofEncoded(key);
    }

    /**
     * Hashes a public key by its X.509 encoding.
     *
     * @param key the key; not null
     * @return the hash
     * @throws IllegalArgumentException if the key has no encoding, as keys held by hardware may
     */
    public static PublicKeyHash of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("key has no encoding: " + key.getAlgorithm());
        }
        return ofEncoded(encoded);
    }

    /**
     * Reads a hash from its hexadecimal form.
     *
     * @param hex 64 hexadecimal digits, either case; not null
     * @return the hash
     * @throws IllegalArgumentException if it is anything else
     */
    public static PublicKeyHash fromHex(String hex) {
        Objects.requireNonNull(hex, "hex");
        if (hex.length() != 2 * LENGTH) {
            throw new IllegalArgumentException("hex must have 64 digits, has " + hex.length());
        }
        return new PublicKeyHash(HexFormat.of().parseHex(hex));
    }

    private static PublicKeyHash ofEncoded(byte[] subjectPublicKeyInfo) {
        return new PublicKeyHash(Hashes.sha256(subjectPublicKeyInfo));
    }

    /**
     * The hash as 64 lower-case hexadecimal digits.
     *
     * @return the digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /**
     * The hash in Base64, with padding: what follows {@code sha256/} in a pin.
     *
     * @return 44 characters
     */
    public String base64() {
        return Base64.getEncoder().encodeToString(digest);
    }

    @Override
    public int compareTo(PublicKeyHash other) {
        return Arrays.compareUnsigned(digest, other.digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeyHash that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    /** The hash as a pin: {@code sha256/} and Base64. */
    @Override
    public String toString() {
        return "sha256/" + base64();
    }
}
