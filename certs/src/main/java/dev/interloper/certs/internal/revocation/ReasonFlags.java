package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;

/** Sets of revocation reasons as bits, bit n of the ReasonFlags of RFC 5280 4.2.1.13 being 1 &lt;&lt; n. */
public final class ReasonFlags {
    /** keyCompromise, the first, up to aACompromise, the last. */
    public static final int ALL = 0x1fe;

    private ReasonFlags() {}

    /** From the content of the BIT STRING. */
    static int read(DerCursor content) throws DerException {
        byte[] octets = content.rest();
        if (octets.length < 1 || octets.length > 3) {
            throw new DerException(0, "reason flags of " + octets.length + " octets");
        }
        int mask = 0;
        for (int bit = 0; bit < 8 * (octets.length - 1); bit++) {
            if ((octets[1 + bit / 8] & 0x80 >> bit % 8) != 0) {
                mask |= 1 << bit;
            }
        }
        return mask & ALL;
    }

    /** The name of a CRLReason (RFC 5280 5.3.1). */
    public static String name(int reason) {
        return switch (reason) {
            case 0 -> "unspecified";
            case 1 -> "keyCompromise";
            case 2 -> "cACompromise";
            case 3 -> "affiliationChanged";
            case 4 -> "superseded";
            case 5 -> "cessationOfOperation";
            case 6 -> "certificateHold";
            case 8 -> "removeFromCRL";
            case 9 -> "privilegeWithdrawn";
            case 10 -> "aACompromise";
            default -> "reason " + reason;
        };
    }
}
