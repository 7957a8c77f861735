package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A log's promise that it has seen a certificate: what was received, nothing judged.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-3.2">RFC 6962, section 3.2</a>
 * @since 0.1
 */
public final class SignedCertificateTimestamp {
    private final SctOrigin origin;
    private final PublicKeyHash logId;
    private final long timestamp;
    private final byte[] extensions;
    private final int hashAlgorithm;
    private final int signatureAlgorithm;
    private final byte[] signature;

    SignedCertificateTimestamp(
            SctOrigin origin,
            PublicKeyHash logId,
            long timestamp,
            byte[] extensions,
            int hashAlgorithm,
            int signatureAlgorithm,
            byte[] signature) {
        this.origin = origin;
        this.logId = logId;
        this.timestamp = timestamp;
        this.extensions = extensions;
        this.hashAlgorithm = hashAlgorithm;
        this.signatureAlgorithm = signatureAlgorithm;
        this.signature = signature;
    }

    /**
     * How it came.
     *
     * @return the channel
     */
    public SctOrigin origin() {
        return origin;
    }

    /**
     * The version on the wire; others than v1 are not kept as timestamps but as {@link SctProblem}.
     *
     * @return 0, which means v1
     */
    public int version() {
        return 0;
    }

    /**
     * The identifier of the log, which is the hash of its key.
     *
     * @return the hash
     */
    public PublicKeyHash logId() {
        return logId;
    }

    /**
     * When the log says it saw the certificate, with milliseconds.
     *
     * @return the moment; numbers above 2^63 milliseconds as the largest one below
     */
    public Instant timestamp() {
        return Instant.ofEpochMilli(timestamp < 0 ? Long.MAX_VALUE : timestamp);
    }

    /**
     * When the log says it saw the certificate, as it stands on the wire.
     *
     * @return milliseconds since 1970, unsigned
     */
    public long timestampMillis() {
        return timestamp;
    }

    /**
     * The extensions, which RFC 6962 defines none of and logs with tiles use for the leaf's index.
     *
     * @return lower-case hexadecimal digits, none when there are no extensions
     */
    public String extensions() {
        return HexFormat.of().formatHex(extensions);
    }

    /**
     * The hash algorithm of RFC 5246 7.4.1.4.1; logs use 4, SHA-256.
     *
     * @return the number, 0 to 255
     */
    public int hashAlgorithm() {
        return hashAlgorithm;
    }

    /**
     * The signature algorithm of RFC 5246 7.4.1.4.1; logs use 3, ECDSA, or 1, RSA.
     *
     * @return the number, 0 to 255
     */
    public int signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /**
     * The signature.
     *
     * @return lower-case hexadecimal digits
     */
    public String signature() {
        return HexFormat.of().formatHex(signature);
    }

    byte[] extensionOctets() {
        return extensions;
    }

    byte[] signatureOctets() {
        return signature;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCertificateTimestamp that
                && origin == that.origin
                && logId.equals(that.logId)
                && timestamp == that.timestamp
                && hashAlgorithm == that.hashAlgorithm
                && signatureAlgorithm == that.signatureAlgorithm
                && Arrays.equals(extensions, that.extensions)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature) * 31 + logId.hashCode();
    }

    /** Channel, log and moment. */
    @Override
    public String toString() {
        return "SCT " + origin.words() + " of log " + logId.base64() + " at " + timestamp();
    }
}
