package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.name.SubjectAltName;
import dev.interloper.certs.name.SubjectAltNames;
import java.util.Locale;

/**
 * A server's common name repeats a subject alternative name to the letter (CA/Browser Forum 7.1.4.3). A common name that
 * is the domain of a wildcard beside it, or stands beside addresses alone, misleads nobody: a warning.
 */
final class CommonNameRule implements CertificateRule {
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements 7.1.4.3";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        if (certificate.role() != Role.LEAF
                || certificate.certificate().isEmpty()
                || certificate.names().extension().isEmpty()) {
            return;
        }
        DistinguishedName subject =
                DistinguishedName.of(certificate.certificate().get().getSubjectX500Principal());
        for (String name : subject.attribute("CN")) {
            if (certificate.dnsNames().contains(name) || isAlternative(certificate, name)) {
                continue;
            }
            boolean hasAddress = certificate.names().alternatives().stream().anyMatch(n -> n.tag() == GeneralName.IP);
            boolean akin =
                    !certificate.dnsNames().isEmpty() && !certificate.dnsNames().contains("*." + name);
            boolean form = hasAddress && looksLikeAddress(name);
            faults.add(
                    form ? FindingCode.COMMON_NAME_FORM : FindingCode.COMMON_NAME_NOT_IN_SAN,
                    form || akin ? Severity.ERROR : Severity.WARNING,
                    "has the common name " + SafeText.escape(name)
                            + (form
                                    ? ", in another form than its subjectAltName."
                                    : ", which is not in its subjectAltName."),
                    SOURCE);
        }
    }

    private static boolean isAlternative(CertificateFacts certificate, String name) {
        return certificate.certificate().stream()
                .flatMap(c -> SubjectAltNames.of(c).names().stream())
                .map(SubjectAltName::value)
                .anyMatch(name::equals);
    }

    /** Digits, dots and colons in any of the ways in which addresses are written. */
    private static boolean looksLikeAddress(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.matches("[0-9a-fx.]*[0-9][0-9a-fx.]*") || lower.matches("[0-9a-f:.]*:[0-9a-f:.]*");
    }
}
