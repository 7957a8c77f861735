package dev.interloper.certs.trust;

import dev.interloper.certs.internal.RawExtension;

/** Certificates are of version 3, a server's subjectAltName is not critical beside a subject (CA/Browser Forum 7.1.1 and 7.1.2.7.12). */
final class ServerCertificateRule implements CertificateRule {
    private static final String FORUM = "CA/Browser Forum Baseline Requirements ";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        if (certificate.structure().version() != 3) {
            faults.add(
                    FindingCode.CERTIFICATE_VERSION,
                    "is of version " + certificate.structure().version() + ", not 3.",
                    FORUM + "7.1.1");
        }
        if (certificate.role() != Role.LEAF) {
            return;
        }
        boolean critical =
                certificate.names().extension().map(RawExtension::critical).orElse(false);
        if (critical && !certificate.hasEmptySubject()) {
            faults.add(
                    FindingCode.SUBJECT_ALT_NAME_CRITICAL,
                    "has a subject and a critical subjectAltName.",
                    FORUM + "7.1.2.7.12");
        }
    }
}
