package dev.interloper.core.product;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a {@link ProductPattern} looks, and the form that values have there.
 *
 * <p>"Issuer" is the issuer name of any certificate in the chain, the leaf's first: many products send their
 * intermediate, and only its issuer carries the known name. "Chain subject" is the subject of any certificate above the
 * leaf. Distinguished names are in the form of RFC 2253, as
 * {@link javax.security.auth.x500.X500Principal#getName(String)} writes it. Key and certificate fields come first because
 * they name a product better than a name does; matches are ranked in this order.
 *
 * @since 0.1
 */
public enum ProductField {
    /** SHA-256 of the SubjectPublicKeyInfo of any certificate in the chain, the leaf included; Base64 as in a pin. */
    CHAIN_SPKI_SHA256(Strength.EXACT, Form.SPKI_SHA256),

    /** SHA-256 of the leaf's SubjectPublicKeyInfo; Base64 as in a pin. */
    LEAF_SPKI_SHA256(Strength.EXACT, Form.SPKI_SHA256),

    /** SHA-256 of a whole certificate above the leaf; 64 hexadecimal digits. */
    CA_CERT_SHA256(Strength.EXACT, Form.SHA256_HEX),

    /** SHA-1 of a whole certificate above the leaf; 40 hexadecimal digits. */
    CA_CERT_SHA1(Strength.EXACT, Form.SHA1_HEX),

    /** An issuer's common name. */
    ISSUER_CN(Strength.EXACT, Form.TEXT),

    /** An issuer's organization. */
    ISSUER_O(Strength.EXACT, Form.TEXT),

    /** An issuer's organizational unit. */
    ISSUER_OU(Strength.EXACT, Form.TEXT),

    /** An issuer's country, whatever is written there. */
    ISSUER_C(Strength.EXACT, Form.TEXT),

    /** An email address in an issuer name. */
    ISSUER_EMAIL(Strength.EXACT, Form.TEXT),

    /** A whole issuer name, RFC 2253. */
    ISSUER_DN(Strength.EXACT, Form.TEXT),

    /** The common name in the subject of a certificate above the leaf. */
    CHAIN_SUBJECT_CN(Strength.EXACT, Form.TEXT),

    /** The organization in the subject of a certificate above the leaf. */
    CHAIN_SUBJECT_O(Strength.EXACT, Form.TEXT),

    /** A CRL distribution point of the leaf, a URL. */
    LEAF_CRLDP_URL(Strength.EXACT, Form.TEXT),

    /** The leaf's organization: for names that minting engines write, never for names of vendors. */
    LEAF_SUBJECT_O(Strength.EXACT, Form.TEXT),

    /** The leaf's whole subject, RFC 2253: for what minting engines write, never for names of vendors. */
    LEAF_SUBJECT_DN(Strength.EXACT, Form.TEXT),

    /** An email address in the leaf's subject. */
    LEAF_EMAIL(Strength.EXACT, Form.TEXT),

    /**
     * The name of a header in a request that reached the server, in lower case. Never exact: whoever sends a request may
     * add any header.
     */
    REQUEST_HEADER(Strength.STRONG, Form.HEADER),

    /**
     * A header of a proxy's reply to CONNECT, {@code name: value} with the name in lower case. Always weak: it names a
     * proxy that the client was told to use, and a proxy that only tunnels intercepts nothing.
     */
    PROXY_REPLY_HEADER(Strength.WEAK, Form.HEADER),

    /**
     * Days from the leaf's notBefore to its notAfter, rounded to whole days, in decimal. Always weak: it corroborates a
     * product named otherwise.
     */
    LEAF_VALIDITY_DAYS(Strength.WEAK, Form.DAYS);

    private final Strength strongest;
    private final Form form;

    ProductField(Strength strongest, Form form) {
        this.strongest = strongest;
        this.form = form;
    }

    /**
     * The most that a pattern over this field can say.
     *
     * @return the upper bound of {@link ProductPattern#strength()} here
     */
    public Strength strongest() {
        return strongest;
    }

    /**
     * The name that this field has in data files and reports.
     *
     * @return the constant's name in lower case with hyphens, such as {@code issuer-cn}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Brings an observed value into the form that patterns are written in. */
    String normalize(String value) {
        return switch (form) {
            case SHA1_HEX, SHA256_HEX -> value.replace(":", "").toLowerCase(Locale.ROOT);
            case HEADER -> lowerCaseName(value);
            case TEXT, SPKI_SHA256, DAYS -> value;
        };
    }

    boolean accepts(MatchKind match, String pattern) {
        return match != MatchKind.EQUALS || form.equalsPattern.matcher(pattern).matches();
    }

    String expectedForm() {
        return form.description;
    }

    private static String lowerCaseName(String header) {
        int colon = header.indexOf(':');
        return colon < 0
                ? header.toLowerCase(Locale.ROOT)
                : header.substring(0, colon).toLowerCase(Locale.ROOT) + header.substring(colon);
    }

    private enum Form {
        TEXT("(?s).+", "a text"),
        SHA1_HEX("[0-9a-f]{40}", "40 lower-case hexadecimal digits"),
        SHA256_HEX("[0-9a-f]{64}", "64 lower-case hexadecimal digits"),
        SPKI_SHA256("[A-Za-z0-9+/]{43}=", "44 characters of Base64, a SHA-256"),
        HEADER("[!-9;-@\\[-~]+(?:: ?.*)?", "a header name in lower case"),
        DAYS("[0-9]{1,5}", "a number of days");

        private final Pattern equalsPattern;
        private final String description;

        Form(String equalsPattern, String description) {
            this.equalsPattern = Pattern.compile(equalsPattern);
            this.description = description;
        }
    }
}
