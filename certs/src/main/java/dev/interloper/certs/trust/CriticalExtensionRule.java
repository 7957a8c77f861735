package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.Set;

/** Critical extensions are known here (RFC 5280 4.2). */
final class CriticalExtensionRule implements CertificateRule {
    /** Those that the checks of this package or the JDK's validator process. */
    private static final Set<String> KNOWN = Set.of(
            Oids.SUBJECT_KEY_ID,
            Oids.KEY_USAGE,
            Oids.SUBJECT_ALT_NAME,
            "2.5.29.18", // issuerAltName
            Oids.BASIC_CONSTRAINTS,
            Oids.NAME_CONSTRAINTS,
            Oids.CRL_DISTRIBUTION_POINTS,
            Oids.CERTIFICATE_POLICIES,
            Oids.POLICY_MAPPINGS,
            Oids.AUTHORITY_KEY_ID,
            Oids.POLICY_CONSTRAINTS,
            Oids.EXTENDED_KEY_USAGE,
            Oids.INHIBIT_ANY_POLICY,
            Oids.AUTHORITY_INFO_ACCESS);

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        for (RawExtension extension : certificate.structure().extensions()) {
            if (extension.critical() && !KNOWN.contains(extension.oid())) {
                faults.add(
                        FindingCode.UNKNOWN_CRITICAL_EXTENSION,
                        "has the critical extension " + extension.oid() + ", which is not known here.",
                        "RFC 5280 4.2");
            }
        }
    }
}
