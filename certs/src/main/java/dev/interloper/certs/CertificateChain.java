package dev.interloper.certs;

import dev.interloper.certs.internal.Certificates;
import dev.interloper.certs.internal.SafeText;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates that a server presented, in the order in which it presented them.
 *
 * <p>An observation: duplicates, wrong order and certificates that do not parse are kept as they came. Immutable and
 * thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2">RFC 8446, section 4.4.2</a>
 * @since 0.1
 */
public final class CertificateChain {
    private static final CertificateChain EMPTY = new CertificateChain(List.of(), List.of(), Map.of());

    private final List<Optional<X509Certificate>> entries;
    private final List<X509Certificate> certificates;
    private final List<UnreadableCertificate> unreadable;
    private final Map<Integer, ByteBuffer> unreadableBytes;

    private CertificateChain(
            List<Optional<X509Certificate>> entries,
            List<UnreadableCertificate> unreadable,
            Map<Integer, ByteBuffer> unreadableBytes) {
        this.entries = List.copyOf(entries);
        this.certificates = entries.stream().flatMap(Optional::stream).toList();
        this.unreadable = List.copyOf(unreadable);
        this.unreadableBytes = Map.copyOf(unreadableBytes);
    }

    /**
     * A chain of certificates that are parsed already, the leaf first.
     *
     * @param certificates as presented; not null, and no element null; may be empty
     * @return the chain; a certificate that cannot give its encoding counts as unreadable
     */
    public static CertificateChain of(List<X509Certificate> certificates) {
        List<Optional<X509Certificate>> entries = new ArrayList<>();
        List<UnreadableCertificate> unreadable = new ArrayList<>();
        for (X509Certificate certificate : List.copyOf(certificates)) {
            try {
                certificate.getEncoded();
                entries.add(Optional.of(certificate));
            } catch (CertificateEncodingException e) {
                unreadable.add(new UnreadableCertificate(entries.size(), -1, "it has no encoding"));
                entries.add(Optional.empty());
            }
        }
        return new CertificateChain(entries, unreadable, Map.of());
    }

    /**
     * Parses the certificates of a TLS Certificate message, the leaf first.
     *
     * @param der one DER-encoded certificate an element, any bytes at all; not null, and no element null; copied where
     *     they are kept
     * @return the chain; what does not parse is in {@link #unreadable()}
     */
    public static CertificateChain parse(List<byte[]> der) {
        List<Optional<X509Certificate>> entries = new ArrayList<>();
        List<UnreadableCertificate> unreadable = new ArrayList<>();
        Map<Integer, ByteBuffer> unreadableBytes = new HashMap<>();
        for (byte[] bytes : List.copyOf(der)) {
            try {
                entries.add(Optional.of(Certificates.parse(bytes)));
            } catch (CertificateException e) {
                String reason = e.getMessage() == null ? "it does not parse" : SafeText.escape(e.getMessage());
                unreadable.add(new UnreadableCertificate(entries.size(), bytes.length, reason));
                unreadableBytes.put(
                        entries.size(), ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer());
                entries.add(Optional.empty());
            }
        }
        return new CertificateChain(entries, unreadable, unreadableBytes);
    }

    /**
     * The certificates that parsed, in the order presented.
     *
     * @return an unmodifiable list, without the unreadable ones
     */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /**
     * The certificate at a position as presented.
     *
     * @param index 0 for the leaf
     * @return the certificate; empty when it is unreadable
     * @throws IndexOutOfBoundsException if there is no such position
     */
    public Optional<X509Certificate> certificateAt(int index) {
        return entries.get(index);
    }

    /**
     * The first certificate presented, which has to be the server's own.
     *
     * @return the leaf; empty when the chain is empty or its first certificate is unreadable
     */
    public Optional<X509Certificate> leaf() {
        return entries.isEmpty() ? Optional.empty() : entries.get(0);
    }

    /**
     * What was presented and does not parse.
     *
     * @return an unmodifiable list, in the order presented
     */
    public List<UnreadableCertificate> unreadable() {
        return unreadable;
    }

    /**
     * The bytes of a certificate that does not parse.
     *
     * @param index its position as presented
     * @return a read-only buffer of its own; empty when the certificate there parsed, or its bytes are not known
     */
    public Optional<ByteBuffer> unreadableBytes(int index) {
        return Optional.ofNullable(unreadableBytes.get(index)).map(ByteBuffer::duplicate);
    }

    /**
     * How many certificates were presented, unreadable ones among them.
     *
     * @return the number
     */
    public int size() {
        return entries.size();
    }

    /**
     * Where a certificate was first presented.
     *
     * @param certificate any certificate; not null
     * @return its index, or -1 when it is not in this chain
     */
    public int indexOf(X509Certificate certificate) {
        return entries.indexOf(Optional.of(certificate));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateChain that
                && entries.equals(that.entries)
                && unreadable.equals(that.unreadable)
                && unreadableBytes.equals(that.unreadableBytes);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** How many certificates there are and, where known, whose the leaf is. */
    @Override
    public String toString() {
        String who = leaf().map(c ->
                        ", leaf " + SafeText.escape(c.getSubjectX500Principal().toString()))
                .orElse("");
        String broken = unreadable.isEmpty() ? "" : ", " + unreadable.size() + " unreadable";
        return size() + (size() == 1 ? " certificate" : " certificates") + broken + who;
    }

    /**
     * The chain without certificates.
     *
     * @return the empty chain
     */
    public static CertificateChain empty() {
        return EMPTY;
    }
}
