package dev.interloper.certs.trust;

import dev.interloper.certs.internal.AuthorityKeyId;
import java.util.Optional;

/** A root's authority key identifier is its own key identifier and nothing else (CA/Browser Forum 7.1.2.1.3). */
final class RootKeyIdentifierRule implements CertificateRule {
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements 7.1.2.1.3";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        if (certificate.role() != Role.ANCHOR || !certificate.structure().selfIssued()) {
            return;
        }
        Optional<AuthorityKeyId> authority = AuthorityKeyId.of(certificate.structure());
        if (authority.isEmpty()) {
            return;
        }
        if (!authority.get().hasKeyId() || authority.get().hasIssuerOrSerial()) {
            faults.add(
                    FindingCode.AUTHORITY_KEY_ID_FORM,
                    "is a root whose authority key identifier is not a key identifier alone.",
                    SOURCE);
        } else if (!authority.get().names(AuthorityKeyId.subjectKeyId(certificate.structure()))) {
            faults.add(
                    FindingCode.AUTHORITY_KEY_ID_MISMATCH,
                    "is a root whose authority key identifier is not its own subject key identifier.",
                    SOURCE);
        }
    }
}
