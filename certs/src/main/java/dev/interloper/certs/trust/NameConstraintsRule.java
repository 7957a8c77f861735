package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.Optional;

/** Name constraints stand in authorities, are critical, and are well formed (RFC 5280 4.2.1.10). */
final class NameConstraintsRule implements CertificateRule {
    private static final String SOURCE = "RFC 5280 4.2.1.10";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Optional<RawExtension> extension = certificate.extension(Oids.NAME_CONSTRAINTS);
        if (extension.isEmpty()) {
            return;
        }
        if (!extension.get().critical()) {
            faults.add(
                    FindingCode.NAME_CONSTRAINTS_NOT_CRITICAL, "has name constraints that are not critical.", SOURCE);
        }
        if (certificate.role() == Role.LEAF && !certificate.isCa()) {
            faults.add(FindingCode.NAME_CONSTRAINTS_ON_LEAF, "has name constraints and is no CA's.", SOURCE);
        }
        NameConstraints constraints = certificate.constraints();
        if (constraints.isEmpty()) {
            faults.add(FindingCode.NAME_CONSTRAINTS_EMPTY, "has name constraints that constrain nothing.", SOURCE);
        }
        constraints
                .malformation()
                .ifPresent(what -> faults.add(
                        FindingCode.NAME_CONSTRAINT_MALFORMED,
                        "has a malformed name constraint: " + what + ".",
                        SOURCE));
    }
}
