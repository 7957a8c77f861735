package dev.interloper.certs.trust;

import java.util.List;

/** Extended key usage is not there to be empty (RFC 5280 4.2.1.12). */
final class ExtendedKeyUsageRule implements CertificateRule {
    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        if (ExtendedKeyUsages.of(certificate.structure()).map(List::isEmpty).orElse(false)) {
            faults.add(
                    FindingCode.EXTENDED_KEY_USAGE_EMPTY,
                    "has an extended key usage that lists nothing.",
                    "RFC 5280 4.2.1.12");
        }
    }
}
