package dev.interloper.core.diagnosis;

import java.util.Locale;
import java.util.Optional;

/** Versions in which a vendor mended what inspection breaks. */
final class Upgrades {

    private Upgrades() {}

    /** Microsoft's support case of the Lync desktop sharing: the vendor's answer. */
    static Optional<String> advice(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        boolean websense = name.contains("websense") || name.contains("forcepoint");
        return websense
                ? Optional.of(
                        "Websense 7.8 and later handle traffic on port 443 that is no TLS better than 7.7 and older.")
                : Optional.empty();
    }
}
