package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;

/** Issuers have a name, and so have authorities (RFC 5280 4.1.2.4 and 4.1.2.6). */
final class NamesRule implements CertificateRule {
    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        if (CertificateStructure.isEmptyName(certificate.structure().issuer())) {
            faults.add(FindingCode.ISSUER_EMPTY, "names no issuer.", "RFC 5280 4.1.2.4");
        }
        if (certificate.hasEmptySubject() && (certificate.role().isAuthority() || certificate.isCa())) {
            faults.add(FindingCode.SUBJECT_EMPTY, "is an authority's and names no subject.", "RFC 5280 4.1.2.6");
        }
    }
}
