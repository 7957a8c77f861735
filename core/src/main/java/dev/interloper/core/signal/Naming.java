package dev.interloper.core.signal;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductField;
import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.product.Strength;

/** Puts a match of the product catalogue into a sentence. */
final class Naming {

    private Naming() {}

    static String sentence(ProductMatch match) {
        Product product = match.product();
        String who = product.name() + (product.name().contains(product.vendor()) ? "" : " of " + product.vendor());
        String verb = match.pattern().strength() == Strength.WEAK ? "which may be " : "which is ";
        return what(match.pattern().field()) + " \"" + match.value() + "\", " + verb + who;
    }

    private static String what(ProductField field) {
        return switch (field) {
            case ISSUER_CN, ISSUER_O, ISSUER_OU, ISSUER_C, ISSUER_EMAIL, ISSUER_DN -> "the issuer calls itself";
            case CHAIN_SUBJECT_CN, CHAIN_SUBJECT_O -> "an authority in the chain calls itself";
            case CHAIN_SPKI_SHA256, CA_CERT_SHA1, CA_CERT_SHA256 -> "the chain holds the known key or certificate";
            case LEAF_SPKI_SHA256 -> "the certificate has the known key";
            case LEAF_SUBJECT_O, LEAF_SUBJECT_DN, LEAF_EMAIL -> "the certificate is made out in the manner of";
            case LEAF_CRLDP_URL -> "the certificate's revocation list is at";
            case LEAF_VALIDITY_DAYS -> "the certificate is valid for this many days:";
            case REQUEST_HEADER, PROXY_REPLY_HEADER -> "the proxy's reply says";
        };
    }
}
