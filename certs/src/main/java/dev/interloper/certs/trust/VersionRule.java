package dev.interloper.certs.trust;

/** Extensions need version 3 (RFC 5280 4.1.2.1). */
final class VersionRule implements CertificateRule {
    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        int version = certificate.structure().version();
        if (version != 3 && !certificate.structure().extensions().isEmpty()) {
            faults.add(
                    FindingCode.CERTIFICATE_VERSION,
                    "has extensions and is of version " + (version < 0 ? "unknown" : version) + ", not 3.",
                    "RFC 5280 4.1.2.1");
        }
    }
}
