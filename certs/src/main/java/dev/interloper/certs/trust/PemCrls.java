package dev.interloper.certs.trust;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Finds the revocation lists of a PEM text (RFC 7468 6); everything else in it is passed over. */
final class PemCrls {
    private static final String BEGIN = "-----BEGIN X509 CRL-----";
    private static final String END = "-----END";

    private PemCrls() {}

    static List<SuppliedCrl> read(String pem) {
        List<SuppliedCrl> lists = new ArrayList<>();
        int at = pem.indexOf(BEGIN);
        while (at >= 0 && lists.size() <= RevocationLimits.MAX_CRLS) {
            int from = at + BEGIN.length();
            int to = pem.indexOf(END, from);
            if (to < 0) {
                lists.add(SuppliedCrl.malformed("a PEM block does not end"));
                return lists;
            }
            lists.add(block(pem.substring(from, to)));
            at = pem.indexOf(BEGIN, to);
        }
        if (lists.isEmpty()) {
            lists.add(SuppliedCrl.malformed("no \"" + BEGIN + "\" in the text"));
        }
        return lists;
    }

    private static SuppliedCrl block(String base64) {
        if (base64.length() / 4 * 3L > RevocationLimits.MAX_CRL_BYTES) {
            return SuppliedCrl.tooLong();
        }
        try {
            return SuppliedCrl.parse(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return SuppliedCrl.malformed("a PEM block is not Base64");
        }
    }
}
