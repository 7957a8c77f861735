package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.List;
import java.util.Optional;

/** Servers state their usage plainly, roots none (CA/Browser Forum 7.1.2.1.2 and 7.1.2.7.10). */
final class ServerUsageRule implements CertificateRule {
    private static final String LEAF = "CA/Browser Forum Baseline Requirements 7.1.2.7.10";
    private static final String ROOT = "CA/Browser Forum Baseline Requirements 7.1.2.1.2";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Optional<List<String>> usages = ExtendedKeyUsages.of(certificate.structure());
        if (certificate.role() == Role.ANCHOR) {
            if (usages.isPresent()) {
                faults.add(FindingCode.EXTENDED_KEY_USAGE_ON_ROOT, "is a root with extended key usage.", ROOT);
            }
            return;
        }
        if (certificate.role() == Role.INTERMEDIATE) {
            return;
        }
        if (usages.isEmpty()) {
            faults.add(FindingCode.EXTENDED_KEY_USAGE_MISSING, "has no extended key usage.", LEAF);
        } else if (usages.get().contains(ExtendedKeyUsages.ANY)) {
            faults.add(FindingCode.EXTENDED_KEY_USAGE_ANY, "lists anyExtendedKeyUsage.", LEAF);
        }
        if (certificate
                .extension(Oids.EXTENDED_KEY_USAGE)
                .map(RawExtension::critical)
                .orElse(false)) {
            faults.add(FindingCode.EXTENDED_KEY_USAGE_CRITICAL, "has a critical extended key usage.", LEAF);
        }
    }
}
