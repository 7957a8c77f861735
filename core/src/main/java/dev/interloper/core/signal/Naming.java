package dev.interloper.core.signal;

import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.product.Strength;

/** Puts a match of the product catalogue into a sentence. */
final class Naming {

    private Naming() {}

    static String sentence(ProductMatch match) {
        boolean weak = match.pattern().strength() == Strength.WEAK;
        String value = " \"" + match.value() + "\"";
        String product = match.product().name();
        String does = weak ? ", as " + product + " may" : ", as " + product + " does";
        String of = weak ? ", perhaps of " + product : " of " + product;
        return switch (match.pattern().field()) {
            case ISSUER_CN, ISSUER_O, ISSUER_OU, ISSUER_C, ISSUER_EMAIL, ISSUER_DN ->
                "the issuer calls itself" + value + does;
            case CHAIN_SUBJECT_CN, CHAIN_SUBJECT_O -> "an authority in the chain calls itself" + value + does;
            case CHAIN_SPKI_SHA256, CA_CERT_SHA1, CA_CERT_SHA256, LEAF_SPKI_SHA256 ->
                "the chain holds the known key or certificate" + value + of;
            case LEAF_SUBJECT_O, LEAF_SUBJECT_DN, LEAF_EMAIL ->
                "the certificate is made out to" + value
                        + (weak ? ", as " + product + " may make it out" : ", as " + product + " makes it out");
            case LEAF_CRLDP_URL -> "the revocation list is at" + value + ", a place" + of;
            case LEAF_VALIDITY_DAYS -> "the certificate is valid for " + match.value() + " days" + does;
            case REQUEST_HEADER, PROXY_REPLY_HEADER -> "the proxy's reply says" + value + does;
        };
    }
}
