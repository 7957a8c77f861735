package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.revocation.Crl;
import java.util.Optional;

/** A revocation list as handed in: readable, malformed, or longer than is read. */
record SuppliedCrl(Optional<Crl> list, Optional<String> malformed, Optional<String> limit) {
    static SuppliedCrl parse(byte[] der) {
        if (der.length > RevocationLimits.MAX_CRL_BYTES) {
            return tooLong();
        }
        try {
            Crl crl = Crl.parse(der, RevocationLimits.MAX_CRL_ENTRIES);
            return crl.truncated()
                    ? limited(RevocationLimits.MAX_CRL_ENTRIES + " entries of a revocation list")
                    : new SuppliedCrl(Optional.of(crl), Optional.empty(), Optional.empty());
        } catch (DerException e) {
            return malformed(String.valueOf(e.getMessage()));
        }
    }

    static SuppliedCrl malformed(String why) {
        return new SuppliedCrl(Optional.empty(), Optional.of(why), Optional.empty());
    }

    static SuppliedCrl tooLong() {
        return limited(RevocationLimits.MAX_CRL_BYTES + " octets of a revocation list");
    }

    private static SuppliedCrl limited(String limit) {
        return new SuppliedCrl(Optional.empty(), Optional.empty(), Optional.of(limit));
    }
}
