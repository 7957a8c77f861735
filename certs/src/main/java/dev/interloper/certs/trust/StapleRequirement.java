package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.RawExtension;
import java.util.Optional;

/** Whether a certificate says that its server staples OCSP responses (RFC 7633). */
final class StapleRequirement {
    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    private static final int STATUS_REQUEST = 5;

    /** More TLS extensions than any certificate asks for. */
    private static final int MAX_FEATURES = 64;

    private StapleRequirement() {}

    static boolean of(CertificateFacts certificate) {
        Optional<RawExtension> extension = certificate.extension(TLS_FEATURE);
        if (extension.isEmpty()) {
            return false;
        }
        try {
            DerCursor features = extension.get().value().enter(DerCursor.SEQUENCE);
            for (int i = 0; features.hasMore() && i < MAX_FEATURES; i++) {
                byte[] feature = features.enter(DerCursor.INTEGER).rest();
                if (feature.length == 1 && feature[0] == STATUS_REQUEST) {
                    return true;
                }
            }
            return false;
        } catch (DerException e) {
            return false;
        }
    }
}
