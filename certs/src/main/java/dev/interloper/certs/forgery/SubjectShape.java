package dev.interloper.certs.forgery;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.name.SubjectAltName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a leaf's subject is built: which attributes in which order, and where their values come from. It holds no value.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SubjectShape {
    /** The upper bound of a common name (RFC 5280 A.1, ub-common-name), where engines cut longer hosts. */
    private static final int COMMON_NAME_BOUND = 64;

    private final List<String> types;
    private final List<String> items;
    private final boolean hostRepeated;
    private final boolean fromIssuer;
    private final boolean addressAsCommonName;
    private final boolean wildcard;
    private final boolean truncated;

    private SubjectShape(List<String> types, List<String> items, Set<Mark> marks) {
        this.types = List.copyOf(types);
        this.items = List.copyOf(items);
        this.hostRepeated = marks.contains(Mark.HOST_REPEATED);
        this.fromIssuer = marks.contains(Mark.FROM_ISSUER);
        this.addressAsCommonName = marks.contains(Mark.ADDRESS);
        this.wildcard = marks.contains(Mark.WILDCARD);
        this.truncated = marks.contains(Mark.TRUNCATED);
    }

    private enum Mark {
        HOST_REPEATED,
        FROM_ISSUER,
        ADDRESS,
        WILDCARD,
        TRUNCATED
    }

    static SubjectShape of(LeafDer leaf, List<SubjectAltName> names) {
        Set<String> hosts = new HashSet<>();
        names.forEach(name -> hosts.add(name.value().toLowerCase(Locale.ROOT)));
        List<String> types = new ArrayList<>();
        List<String> items = new ArrayList<>();
        Set<Mark> marks = new HashSet<>();
        String commonName = leaf.subject().stream()
                .filter(a -> a.type().equals(TypeNames.COMMON_NAME))
                .findFirst()
                .map(a -> a.value().toLowerCase(Locale.ROOT))
                .orElse("");
        for (NameAttribute attribute : leaf.subject()) {
            String type = TypeNames.attribute(attribute.type());
            types.add(type);
            items.add(type + mark(attribute, commonName, hosts, leaf.issuer(), marks));
        }
        return new SubjectShape(types, items, marks);
    }

    private static String mark(
            NameAttribute attribute,
            String commonName,
            Set<String> hosts,
            List<NameAttribute> issuer,
            Set<Mark> marks) {
        String value = attribute.value().toLowerCase(Locale.ROOT);
        boolean isCommonName = attribute.type().equals(TypeNames.COMMON_NAME);
        if (isCommonName && commonNameMarks(value, hosts, marks)) {
            return ".t";
        }
        if (hosts.contains(value) || (!isCommonName && value.equals(commonName))) {
            if (!isCommonName) {
                marks.add(Mark.HOST_REPEATED);
            }
            return ".h";
        }
        if (taken(attribute, issuer)) {
            marks.add(Mark.FROM_ISSUER);
            return ".i";
        }
        return "";
    }

    /** Whether it is a host cut to the length that fits; notes the rest. */
    private static boolean commonNameMarks(String value, Set<String> hosts, Set<Mark> marks) {
        if (value.startsWith("*.")) {
            marks.add(Mark.WILDCARD);
        }
        if (mayBeAddress(value) && ServerName.parse(value).isIp()) {
            marks.add(Mark.ADDRESS);
        }
        boolean cut = value.length() == COMMON_NAME_BOUND
                && hosts.stream().anyMatch(h -> h.length() > COMMON_NAME_BOUND && h.startsWith(value));
        if (cut) {
            marks.add(Mark.TRUNCATED);
        }
        return cut;
    }

    /** Spares most names the closer look. */
    static boolean mayBeAddress(String name) {
        return !name.isEmpty() && (Character.isDigit(name.charAt(name.length() - 1)) || name.indexOf(':') >= 0);
    }

    private static boolean taken(NameAttribute attribute, List<NameAttribute> issuer) {
        return !attribute.type().equals(TypeNames.COUNTRY) // half the world shares it
                && issuer.stream()
                        .anyMatch(i ->
                                i.type().equals(attribute.type()) && i.value().equals(attribute.value()));
    }

    /**
     * The attribute types in the order of the encoding.
     *
     * @return an unmodifiable list of lower-case keywords such as {@code cn}, or dotted object identifiers
     */
    public List<String> attributeTypes() {
        return types;
    }

    /**
     * Whether the subject has no attribute.
     *
     * @return true for the empty name
     */
    public boolean empty() {
        return types.isEmpty();
    }

    /**
     * Whether a common name is all there is.
     *
     * @return true for one attribute, the common name
     */
    public boolean onlyCommonName() {
        return types.equals(List.of("cn"));
    }

    /**
     * Whether the host is also written into another attribute, such as the organisation.
     *
     * @return true if so
     */
    public boolean hostRepeated() {
        return hostRepeated;
    }

    /**
     * Whether an attribute other than the country has the value that the issuer's name has in the same attribute.
     *
     * @return true if so
     */
    public boolean takesFromIssuer() {
        return fromIssuer;
    }

    /**
     * Whether a common name is an IP address.
     *
     * @return true if so
     */
    public boolean commonNameIsAddress() {
        return addressAsCommonName;
    }

    /**
     * Whether a common name has a wildcard as its first label.
     *
     * @return true if so
     */
    public boolean commonNameIsWildcard() {
        return wildcard;
    }

    /**
     * Whether a common name is a longer name of the leaf cut after 64 characters.
     *
     * @return true if so
     */
    public boolean commonNameIsTruncated() {
        return truncated;
    }

    /** The attributes with their marks, as in the text form of a print. */
    String token() {
        return items.isEmpty() ? "-" : String.join(",", items);
    }

    /** The same as in the text form of a print: {@code .h} host, {@code .i} as in the issuer, {@code .t} cut. */
    @Override
    public String toString() {
        return token();
    }
}
