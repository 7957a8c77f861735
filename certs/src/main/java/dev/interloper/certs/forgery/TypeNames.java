package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.Oids;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers and the short names that prints write for the common ones (RFC 5280, RFC 4519). */
final class TypeNames {
    static final String COMMON_NAME = "2.5.4.3";
    static final String COUNTRY = "2.5.4.6";
    static final String BASIC_CONSTRAINTS = "2.5.29.19";
    static final String KEY_USAGE = "2.5.29.15";
    static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    static final String EMAIL = "1.2.840.113549.1.9.1";
    static final String DOMAIN_COMPONENT = "0.9.2342.19200300.100.1.25";

    /** Longest encoded identifier that is decoded; longer ones are nobody's. */
    private static final int MAX_OCTETS = 64;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry(Oids.SUBJECT_KEY_ID, "ski"),
            Map.entry(KEY_USAGE, "ku"),
            Map.entry(Oids.SUBJECT_ALT_NAME, "san"),
            Map.entry(BASIC_CONSTRAINTS, "bc"),
            Map.entry(Oids.CRL_DISTRIBUTION_POINTS, "crl"),
            Map.entry(Oids.CERTIFICATE_POLICIES, "cp"),
            Map.entry(Oids.AUTHORITY_KEY_ID, "aki"),
            Map.entry(EXTENDED_KEY_USAGE, "eku"),
            Map.entry(Oids.AUTHORITY_INFO_ACCESS, "aia"),
            Map.entry(Oids.EMBEDDED_SCTS, "sct"),
            Map.entry("2.5.29.18", "ian"),
            Map.entry("1.3.6.1.5.5.7.1.24", "feature"),
            Map.entry("2.16.840.1.113730.1.1", "nstype"),
            Map.entry("2.16.840.1.113730.1.13", "nscomment"));

    private static final Set<String> MARKS = Set.of("sct", "aia", "crl", "cp");

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry(COMMON_NAME, "cn"),
            Map.entry("2.5.4.4", "sn"),
            Map.entry("2.5.4.5", "serial"),
            Map.entry(COUNTRY, "c"),
            Map.entry("2.5.4.7", "l"),
            Map.entry("2.5.4.8", "st"),
            Map.entry("2.5.4.9", "street"),
            Map.entry("2.5.4.10", "o"),
            Map.entry("2.5.4.11", "ou"),
            Map.entry("2.5.4.15", "category"),
            Map.entry("2.5.4.17", "zip"),
            Map.entry(EMAIL, "e"),
            Map.entry(DOMAIN_COMPONENT, "dc"));

    private static final Map<String, String> PURPOSES = Map.of(
            "1.3.6.1.5.5.7.3.1", "server",
            "1.3.6.1.5.5.7.3.2", "client",
            "1.3.6.1.5.5.7.3.3", "code",
            "1.3.6.1.5.5.7.3.4", "email",
            "1.3.6.1.5.5.7.3.8", "time",
            "1.3.6.1.5.5.7.3.9", "ocsp",
            "2.5.29.37.0", "any",
            "2.16.840.1.113730.4.1", "nssgc",
            "1.3.6.1.4.1.311.10.3.3", "mssgc");

    private static final Map<String, String> ALGORITHMS = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.4", "md5-rsa"),
            Map.entry("1.2.840.113549.1.1.5", "sha1-rsa"),
            Map.entry("1.2.840.113549.1.1.10", "pss"),
            Map.entry("1.2.840.113549.1.1.11", "sha256-rsa"),
            Map.entry("1.2.840.113549.1.1.12", "sha384-rsa"),
            Map.entry("1.2.840.113549.1.1.13", "sha512-rsa"),
            Map.entry("1.2.840.10045.4.1", "sha1-ecdsa"),
            Map.entry("1.2.840.10045.4.3.2", "sha256-ecdsa"),
            Map.entry("1.2.840.10045.4.3.3", "sha384-ecdsa"),
            Map.entry("1.2.840.10045.4.3.4", "sha512-ecdsa"),
            Map.entry("1.3.101.112", "ed25519"));

    /** Identifiers of three octets, nearly all there are: 2.5.4 attributes and 2.5.29 extensions. */
    private static final int JOINT_ISO_ITU_DS = 0x55;

    private static final String[] ATTRIBUTE_ARCS = arcs("2.5.4.");
    private static final String[] EXTENSION_ARCS = arcs("2.5.29.");

    private TypeNames() {}

    private static String[] arcs(String prefix) {
        String[] names = new String[128];
        for (int i = 0; i < names.length; i++) {
            names[i] = prefix + i;
        }
        return names;
    }

    /** Dotted form of an identifier's content octets, {@code 0} for what is none. */
    static String oid(byte[] content) {
        if (content.length == 3 && content[0] == JOINT_ISO_ITU_DS && content[2] >= 0) {
            if (content[1] == 29) {
                return EXTENSION_ARCS[content[2]];
            }
            if (content[1] == 4) {
                return ATTRIBUTE_ARCS[content[2]];
            }
        }
        if (content.length == 0 || content.length > MAX_OCTETS) {
            return "0";
        }
        try {
            return ASN1ObjectIdentifier.fromContents(content).getId();
        } catch (IllegalArgumentException e) {
            return "0";
        }
    }

    static String extension(String oid) {
        return EXTENSIONS.getOrDefault(oid, oid);
    }

    /** The names of extensions in their order, without those of the marks of public authorities. */
    static String withoutMarks(String extensions) {
        String left = Stream.of(extensions.split(",", -1))
                .filter(name -> !MARKS.contains(name.endsWith("!") ? name.substring(0, name.length() - 1) : name))
                .collect(Collectors.joining(","));
        return left.isEmpty() ? "-" : left;
    }

    static String attribute(String oid) {
        return ATTRIBUTES.getOrDefault(oid, oid);
    }

    static String purpose(String oid) {
        return PURPOSES.getOrDefault(oid, oid);
    }

    static String algorithm(String oid) {
        return ALGORITHMS.getOrDefault(oid, oid);
    }
}
