package dev.interloper.certs.trust;

/** Subject alternative names are well formed, and critical where they alone name the subject (RFC 5280 4.2.1.6). */
final class SubjectAltNameRule implements CertificateRule {
    private static final String SOURCE = "RFC 5280 4.2.1.6";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        SubjectNames names = certificate.names();
        if (names.extension().isEmpty()) {
            return;
        }
        if (certificate.hasEmptySubject() && !names.extension().get().critical()) {
            faults.add(
                    FindingCode.SUBJECT_ALT_NAME_NOT_CRITICAL,
                    "has an empty subject, and its subjectAltName is not critical.",
                    SOURCE);
        }
        if (!names.wellFormed() || names.alternatives().isEmpty()) {
            faults.add(FindingCode.SUBJECT_ALT_NAME_MALFORMED, "has a subjectAltName that does not parse.", SOURCE);
        }
        names.alternatives().stream()
                .filter(name -> !NameSyntax.isWellFormed(name))
                .findFirst()
                .ifPresent(name -> faults.add(
                        FindingCode.SUBJECT_ALT_NAME_MALFORMED,
                        "has the subjectAltName " + NameSyntax.printable(name) + ", which is not well formed.",
                        SOURCE));
    }
}
