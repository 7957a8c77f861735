package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The timestamps of one channel as they were received: those that can be read, and what is wrong with the rest.
 *
 * <p>Reading never fails. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-3.3">RFC 6962, section 3.3</a>
 * @since 0.1
 */
public final class SctList {
    private static final SctList EMPTY = new SctList(List.of(), List.of());

    private final List<SignedCertificateTimestamp> timestamps;
    private final List<SctProblem> problems;

    SctList(List<SignedCertificateTimestamp> timestamps, List<SctProblem> problems) {
        this.timestamps = List.copyOf(timestamps);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the content of TLS extension 18, or what an extension of a certificate or an OCSP response wraps.
     *
     * @param hex the SignedCertificateTimestampList in hexadecimal digits, its two length octets first; not null
     * @param origin the channel that it came by; not null
     * @return what could be read; at most 32 timestamps
     * @throws IllegalArgumentException if the text is not hexadecimal
     */
    public static SctList parse(String hex, SctOrigin origin) {
        Objects.requireNonNull(origin, "origin");
        return SctListReader.read(Hex.decode(hex, "hex"), origin);
    }

    /**
     * Reads the timestamps that are embedded in a certificate.
     *
     * @param certificate the certificate; not null
     * @return what could be read; empty when there are none
     */
    public static SctList embedded(X509Certificate certificate) {
        return embedded(CertificateStructure.of(certificate));
    }

    static SctList embedded(CertificateStructure certificate) {
        Optional<RawExtension> extension = certificate.extension(Oids.EMBEDDED_SCTS);
        return extension.isEmpty() ? EMPTY : wrapped(extension.get().value(), SctOrigin.EMBEDDED);
    }

    /** Reads a list inside an OCTET STRING, the way both X.509 extensions carry it. */
    static SctList wrapped(DerCursor value, SctOrigin origin) {
        try {
            return SctListReader.read(value.enter(DerCursor.OCTET_STRING).rest(), origin);
        } catch (DerException e) {
            return broken(origin, "the extension holds no OCTET STRING: " + e.getMessage());
        }
    }

    static SctList broken(SctOrigin origin, String reason) {
        return new SctList(List.of(), List.of(new SctProblem(origin, 0, SctStatus.MALFORMED, reason)));
    }

    static SctList empty() {
        return EMPTY;
    }

    /**
     * The timestamps that could be read, in their order.
     *
     * @return an unmodifiable list
     */
    public List<SignedCertificateTimestamp> timestamps() {
        return timestamps;
    }

    /**
     * What could not be read.
     *
     * @return an unmodifiable list
     */
    public List<SctProblem> problems() {
        return problems;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SctList that && timestamps.equals(that.timestamps) && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return timestamps.hashCode() * 31 + problems.hashCode();
    }

    /** How many there are. */
    @Override
    public String toString() {
        return timestamps.size() + " SCTs, " + problems.size() + " problems";
    }
}
