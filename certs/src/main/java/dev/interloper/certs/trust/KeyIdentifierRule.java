package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.Optional;

/** Keys are identified, and not critically (RFC 5280 4.2.1.1 and 4.2.1.2). */
final class KeyIdentifierRule implements CertificateRule {
    private static final String AUTHORITY = "RFC 5280 4.2.1.1";
    private static final String SUBJECT = "RFC 5280 4.2.1.2";

    private final boolean anchorsToo;

    /** The Forum's 7.1.2.1.2 only recommends an authority key identifier for roots; RFC 5280 excepts self-signed ones. */
    KeyIdentifierRule(boolean anchorsToo) {
        this.anchorsToo = anchorsToo;
    }

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Optional<RawExtension> authority = certificate.extension(Oids.AUTHORITY_KEY_ID);
        boolean excepted = certificate.structure().selfIssued() || (certificate.role() == Role.ANCHOR && !anchorsToo);
        if (authority.isEmpty() && !excepted) {
            faults.add(FindingCode.AUTHORITY_KEY_ID_MISSING, "has no authority key identifier.", AUTHORITY);
        }
        if (authority.map(RawExtension::critical).orElse(false)) {
            faults.add(FindingCode.AUTHORITY_KEY_ID_CRITICAL, "has a critical authority key identifier.", AUTHORITY);
        }
        Optional<RawExtension> subject = certificate.extension(Oids.SUBJECT_KEY_ID);
        if (subject.isEmpty() && (certificate.role().isAuthority() || certificate.isCa())) {
            faults.add(
                    FindingCode.SUBJECT_KEY_ID_MISSING, "is an authority's without subject key identifier.", SUBJECT);
        }
        if (subject.map(RawExtension::critical).orElse(false)) {
            faults.add(FindingCode.SUBJECT_KEY_ID_CRITICAL, "has a critical subject key identifier.", SUBJECT);
        }
    }
}
