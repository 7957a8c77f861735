package dev.interloper.certs.trust;

import dev.interloper.certs.internal.RawExtension;
import java.util.HashSet;
import java.util.Set;

/** No extension is there twice (RFC 5280 4.2). */
final class DuplicateExtensionRule implements CertificateRule {
    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Set<String> seen = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (RawExtension extension : certificate.structure().extensions()) {
            if (!seen.add(extension.oid()) && told.add(extension.oid())) {
                faults.add(
                        FindingCode.EXTENSION_DUPLICATE,
                        "has the extension " + extension.oid() + " more than once.",
                        "RFC 5280 4.2");
            }
        }
    }
}
