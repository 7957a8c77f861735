package dev.interloper.certs.name;

import dev.interloper.certs.internal.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The subject or issuer of a certificate.
 *
 * <p>{@link #attribute(String)} and {@link #rfc2253()} give what the certificate says, unaltered and untrusted;
 * {@link #printable()} is for people. Equality is that of {@link X500Principal}: case and spacing are ignored.
 * Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.4">RFC 5280, section 4.1.2.4</a>
 * @since 0.1
 */
public final class DistinguishedName {
    /** More attributes than any name has; what follows is left out of {@link #attribute(String)}. */
    private static final int MAX_ATTRIBUTES = 256;

    private final X500Principal principal;
    private final List<Attribute> attributes;

    private record Attribute(String oid, String value) {}

    private DistinguishedName(X500Principal principal) {
        this.principal = principal;
        this.attributes = read(principal);
    }

    /**
     * The name that a principal stands for.
     *
     * @param principal the principal; not null
     * @return the name
     */
    public static DistinguishedName of(X500Principal principal) {
        return new DistinguishedName(Objects.requireNonNull(principal, "principal"));
    }

    /**
     * All values of one attribute type, in the order of the encoding.
     *
     * @param type a keyword such as {@code CN}, {@code O}, {@code OU}, {@code C} or {@code E}, either case, or an
     *     object identifier in dotted form; not null
     * @return an unmodifiable list, empty when the name has no such attribute or the type is unknown; a value that is
     *     no string is given as {@code #} and its DER in hexadecimal
     */
    public List<String> attribute(String type) {
        String oid = oid(type);
        return attributes.stream()
                .filter(a -> a.oid.equals(oid))
                .map(Attribute::value)
                .toList();
    }

    /**
     * The first common name.
     *
     * @return the value as in the certificate; empty when there is none
     */
    public Optional<String> commonName() {
        return attribute("CN").stream().findFirst();
    }

    /**
     * Whether the name has no attribute at all, as the subject of a certificate that is named by its SAN only.
     *
     * @return true for the empty sequence
     */
    public boolean isEmpty() {
        return rfc2253().isEmpty();
    }

    /**
     * The name in the syntax of RFC 2253, most specific attribute first.
     *
     * @return the text, with whatever characters the certificate has
     */
    public String rfc2253() {
        return principal.getName(X500Principal.RFC2253);
    }

    /**
     * The name for logs and terminals: RFC 2253 with control, bidirectional and other invisible characters escaped as
     * <code>\\u{…}</code>, cut after 512 characters.
     *
     * @return the text; {@code (empty name)} for the empty name
     */
    public String printable() {
        return isEmpty() ? "(empty name)" : SafeText.escape(rfc2253());
    }

    /**
     * The name as the platform's type.
     *
     * @return the principal
     */
    public X500Principal principal() {
        return principal;
    }

    private static List<Attribute> read(X500Principal principal) {
        List<Attribute> found = new ArrayList<>();
        try {
            for (RDN rdn : X500Name.getInstance(principal.getEncoded()).getRDNs()) {
                for (AttributeTypeAndValue pair : rdn.getTypesAndValues()) {
                    if (found.size() == MAX_ATTRIBUTES) {
                        return List.copyOf(found);
                    }
                    found.add(new Attribute(pair.getType().getId(), text(pair.getValue())));
                }
            }
        } catch (RuntimeException e) { // Bouncy Castle's answer to malformed structures; what was read before stands
            return List.copyOf(found);
        }
        return List.copyOf(found);
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : HexText.of(value);
    }

    private static String oid(String type) {
        String name = type.trim().toLowerCase(Locale.ROOT);
        if (name.equals("email") || name.equals("emailaddress")) {
            return BCStyle.EmailAddress.getId();
        }
        try {
            return BCStyle.INSTANCE.attrNameToOID(name).getId();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinguishedName that && principal.equals(that.principal);
    }

    @Override
    public int hashCode() {
        return principal.hashCode();
    }

    /** The same as {@link #printable()}. */
    @Override
    public String toString() {
        return printable();
    }
}
