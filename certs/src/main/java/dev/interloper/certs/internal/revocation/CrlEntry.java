package dev.interloper.certs.internal.revocation;

import java.time.Instant;

/**
 * What a list says of one certificate.
 *
 * @param date from when on the certificate is revoked
 * @param reason the CRLReason, 0 when none is given
 */
public record CrlEntry(Instant date, int reason) {
    private static final int REMOVE_FROM_CRL = 8;

    /** Whether a delta takes the certificate off the list. */
    public boolean removed() {
        return reason == REMOVE_FROM_CRL;
    }
}
