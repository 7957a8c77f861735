package dev.interloper.certs.forgery;

import java.util.Locale;
import java.util.Optional;

/**
 * The single traits of which a print's shape consists.
 *
 * <p>The weight of a trait says who decides it. Four: the engine's code and its library decide, whatever origin and
 * operator do. Two: the code decides, but engines that mirror the origin copy it, or many engines share a library's
 * default. One: the operator decides, by the certificate and the chain that are installed. The order of extensions
 * counts twice four, as it holds three observations in one: which there are, in which order, and which are critical.
 *
 * @since 0.1
 */
public enum ForgeFeature {
    /** Version of the certificate. */
    VERSION("ver", 2, Likeness.EXACT, ""),
    /** Kind and size of the key, and an RSA exponent other than 65537. */
    KEY("key", 2, Likeness.EXACT, ""),
    /** Signature algorithm. */
    SIGNATURE("sig", 2, Likeness.EXACT, ""),
    /** How the leaf's key hangs together with its issuer's; says nothing where it does not. */
    KEY_TIE("tie", 4, Likeness.EXACT, "-"),
    /** Extensions in their order, with criticality. */
    EXTENSIONS("ext", 8, Likeness.SEQUENCE, ""),
    /** How the subject key identifier was made. */
    SUBJECT_KEY_ID("ski", 4, Likeness.EXACT, "-"),
    /** Of what the authority key identifier consists. */
    AUTHORITY_KEY_ID("aki", 4, Likeness.EXACT, "-"),
    /** Serial number: its sign, clock or size in octets. */
    SERIAL("serial", 4, Likeness.OCTETS, ""),
    /** Length of the validity. */
    VALIDITY("days", 2, Likeness.DAYS, ""),
    /** Beginning of the validity against the clock; unknown when nobody says when the leaf was seen. */
    START("start", 2, Likeness.EXACT, ""),
    /** What the validity shares with that of the issuer's certificate; says nothing where it shares nothing. */
    ISSUER_VALIDITY("sharedend", 2, Likeness.EXACT, "-"),
    /** Attributes of the subject in their order, and which hold the host or are the issuer's. */
    SUBJECT("subject", 2, Likeness.SEQUENCE, ""),
    /** DER string types in the subject; unknown when it has no attribute with a choice. */
    SUBJECT_STRINGS("strings", 2, Likeness.EXACT, ""),
    /** Attributes of the issuer's name in their order. */
    ISSUER("issuer", 1, Likeness.SEQUENCE, ""),
    /** Forms of the alternative names. */
    ALTERNATIVE_NAMES("san", 2, Likeness.SET, ""),
    /** Bits of the key usage. */
    KEY_USAGE("ku", 2, Likeness.EXACT, "-"),
    /** Purposes of the extended key usage. */
    EXTENDED_KEY_USAGE("eku", 2, Likeness.SET, "-"),
    /** How basic constraints are written. */
    BASIC_CONSTRAINTS("bc", 4, Likeness.EXACT, "-"),
    /** Marks of public authorities. */
    PUBLIC_MARKS("marks", 4, Likeness.SET, "-"),
    /** What is written otherwise than the standards have it; says nothing where there is nothing. */
    QUIRKS("quirks", 4, Likeness.SET, "-"),
    /** How the chain was presented. */
    CHAIN("chain", 1, Likeness.SET, "");

    private final String token;
    private final int weight;
    private final Likeness likeness;
    private final String silent;

    ForgeFeature(String token, int weight, Likeness likeness, String silent) {
        this.token = token;
        this.weight = weight;
        this.likeness = likeness;
        this.silent = silent;
    }

    /**
     * The name in the text form of a shape.
     *
     * @return a short lower-case word
     */
    public String token() {
        return token;
    }

    /**
     * How much this trait counts.
     *
     * @return a small positive number
     */
    public int weight() {
        return weight;
    }

    /** How alike two values are, from 0 to 1; empty when they are the same nothing, which is no likeness. */
    Optional<Double> likeness(String one, String other) {
        return one.equals(silent) && other.equals(silent) ? Optional.empty() : Optional.of(likeness.of(one, other));
    }

    static Optional<ForgeFeature> named(String token) {
        for (ForgeFeature feature : values()) {
            if (feature.token.equals(token)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }

    /** The constant's name as words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
