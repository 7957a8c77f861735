package dev.interloper.certs.trust;

import java.util.Optional;

/** Who may sign certificates by key usage is an authority, and the other way round (RFC 5280 4.2.1.3). */
final class CertSignRule implements CertificateRule {
    private static final String SOURCE = "RFC 5280 4.2.1.3";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Optional<Boolean> maySign = certificate.mayCertSign();
        if (maySign.isEmpty()) {
            if (certificate.role().isAuthority() && certificate.structure().version() == 3) {
                faults.add(
                        FindingCode.KEY_USAGE_MISSING,
                        Severity.WARNING,
                        "is an authority's without key usage.",
                        SOURCE);
            }
            return;
        }
        if (maySign.get() && !certificate.isCa()) {
            faults.add(FindingCode.KEY_USAGE_CERT_SIGN, "has keyCertSign in its key usage and is no CA's.", SOURCE);
        }
        if (!maySign.get() && certificate.role() == Role.ANCHOR && certificate.isCa()) {
            faults.add(FindingCode.KEY_USAGE, "is the anchor's, and its key usage lacks keyCertSign.", SOURCE);
        }
    }
}
