package dev.interloper.certs.name;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The subjectAltName extension of a certificate, read from its encoding. Malformed ones give what could be read.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6">RFC 5280, section 4.2.1.6</a>
 * @since 0.1
 */
public final class SubjectAltNames {
    /** More names than public authorities put into one certificate; what follows is left out. */
    private static final int MAX = 10_000;

    private static final int EMAIL = 0x81;
    private static final int DNS = 0x82;
    private static final int URI = 0x86;
    private static final int IP = 0x87;

    private final boolean present;
    private final boolean complete;
    private final List<SubjectAltName> names;

    private SubjectAltNames(boolean present, boolean complete, List<SubjectAltName> names) {
        this.present = present;
        this.complete = complete;
        this.names = List.copyOf(names);
    }

    /**
     * Reads the extension.
     *
     * @param certificate any certificate; not null
     * @return its names
     */
    public static SubjectAltNames of(X509Certificate certificate) {
        Objects.requireNonNull(certificate, "certificate");
        Optional<RawExtension> extension = CertificateStructure.of(certificate).extension(Oids.SUBJECT_ALT_NAME);
        if (extension.isEmpty()) {
            return new SubjectAltNames(false, true, List.of());
        }
        List<SubjectAltName> names = new ArrayList<>();
        try {
            DerCursor sequence = extension.get().value().enter(DerCursor.SEQUENCE);
            while (sequence.hasMore() && names.size() < MAX) {
                int tag = sequence.peekTag();
                names.add(name(tag, sequence.enter().rest()));
            }
            return new SubjectAltNames(true, !sequence.hasMore(), names);
        } catch (DerException e) {
            return new SubjectAltNames(true, false, names);
        }
    }

    private static SubjectAltName name(int tag, byte[] content) {
        return switch (tag) {
            case DNS -> new SubjectAltName(SubjectAltName.Kind.DNS, text(content));
            case IP -> new SubjectAltName(SubjectAltName.Kind.IP, address(content));
            case URI -> new SubjectAltName(SubjectAltName.Kind.URI, text(content));
            case EMAIL -> new SubjectAltName(SubjectAltName.Kind.EMAIL, text(content));
            default -> new SubjectAltName(SubjectAltName.Kind.OTHER, "");
        };
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static String address(byte[] octets) {
        return octets.length == 4 || octets.length == 16
                ? IpLiteral.format(octets)
                : "#" + HexFormat.of().formatHex(octets);
    }

    /**
     * Whether the certificate has the extension at all.
     *
     * @return true if it does, even when it is empty or malformed
     */
    public boolean present() {
        return present;
    }

    /**
     * Whether the extension could be read to its end.
     *
     * @return false if it is malformed, or has more than 10,000 names
     */
    public boolean complete() {
        return complete;
    }

    /**
     * The names, in their order.
     *
     * @return an unmodifiable list
     */
    public List<SubjectAltName> names() {
        return names;
    }

    /**
     * The DNS names, in their order, as in the certificate.
     *
     * @return an unmodifiable list
     */
    public List<String> dnsNames() {
        return names.stream()
                .filter(n -> n.kind() == SubjectAltName.Kind.DNS)
                .map(SubjectAltName::value)
                .toList();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
