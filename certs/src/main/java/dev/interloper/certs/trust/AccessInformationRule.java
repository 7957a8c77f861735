package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.Optional;

/** Authority information access parses and is not critical (RFC 5280 4.2.2.1). */
final class AccessInformationRule implements CertificateRule {
    private static final String SOURCE = "RFC 5280 4.2.2.1";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Optional<RawExtension> access = certificate.extension(Oids.AUTHORITY_INFO_ACCESS);
        if (access.isEmpty()) {
            return;
        }
        if (access.get().critical()) {
            faults.add(
                    FindingCode.AUTHORITY_INFO_ACCESS_CRITICAL, "has critical authority information access.", SOURCE);
        }
        if (!parses(access.get())) {
            faults.add(
                    FindingCode.AUTHORITY_INFO_ACCESS_MALFORMED,
                    "has authority information access that does not parse.",
                    SOURCE);
        }
    }

    private static boolean parses(RawExtension extension) {
        try {
            DerCursor outer = extension.value();
            DerCursor descriptions = outer.enter(DerCursor.SEQUENCE);
            boolean any = descriptions.hasMore();
            while (descriptions.hasMore()) {
                DerCursor description = descriptions.enter(DerCursor.SEQUENCE);
                description.enter(DerCursor.OID);
                GeneralName.next(description);
                if (description.hasMore()) {
                    return false;
                }
            }
            return any && !outer.hasMore();
        } catch (DerException e) {
            return false;
        }
    }
}
