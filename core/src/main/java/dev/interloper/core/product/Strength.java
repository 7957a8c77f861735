package dev.interloper.core.product;

import java.util.Locale;

/**
 * How much a {@link ProductPattern} says when it matches, weakest first.
 *
 * @since 0.1
 */
public enum Strength {
    /**
     * Names a candidate, proves nothing: a vendor's word that occurs in innocent certificates as well, such as a bare
     * company name, a substring, a usual lifetime. It must never convict, neither alone nor together with other weak
     * matches; it may name the product once something else has shown that there is an interception.
     */
    WEAK,

    /** Specific to the vendor: a naming scheme, a prefix, a header that only its products add. */
    STRONG,

    /** Names one product and nothing else: the exact name, key or hash of its certificate authority. */
    EXACT;

    /**
     * The name that this strength has in data files and reports.
     *
     * @return the constant's name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
