package dev.interloper.certs.trust;

import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.name.PublicSuffix;
import dev.interloper.certs.name.PublicSuffixes;

/** A wildcard is a whole leftmost label, and stands for names of one party (RFC 9525 6.3; CA/Browser Forum 3.2.2.6). */
final class WildcardRule implements CertificateRule {
    private static final String ALL = "*";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        for (String name : certificate.dnsNames()) {
            int asterisk = name.lastIndexOf('*');
            if (asterisk < 0) {
                continue;
            }
            if (asterisk > 0 || (!name.startsWith("*.") && !name.equals(ALL))) {
                faults.add(
                        FindingCode.WILDCARD_MALFORMED,
                        "has the name " + SafeText.escape(name) + ", whose asterisk is not the leftmost label alone.",
                        "RFC 9525 6.3");
            } else if (name.equals(ALL) || PublicSuffixes.bundled().covers(name).isPresent()) {
                boolean owner = !name.equals(ALL) && namesItself(certificate, name.substring(2));
                faults.add(
                        FindingCode.WILDCARD_PUBLIC_SUFFIX,
                        owner ? Severity.WARNING : Severity.ERROR,
                        "has the name " + SafeText.escape(name)
                                + ", which stands for names that anybody may register below a public suffix.",
                        "CA/Browser Forum Baseline Requirements 3.2.2.6");
            }
        }
    }

    /**
     * Who runs a private suffix and is certified for the suffix itself may have all names below it (3.2.2.6). No registry's suffix has a certificate of its own.
     */
    private static boolean namesItself(CertificateFacts certificate, String suffix) {
        return PublicSuffixes.bundled()
                        .suffixOf(suffix)
                        .filter(s -> s.section() == PublicSuffix.Section.PRIVATE)
                        .isPresent()
                && certificate.dnsNames().stream().anyMatch(suffix::equalsIgnoreCase);
    }
}
