package dev.interloper.certs.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Each certificate of the path, the anchor's own among them, keeps a list of rules about its form. */
final class CertificateFormCheck implements PathCheck {
    static final List<CertificateRule> RFC5280 = rfc5280(new KeyIdentifierRule(true));

    private static List<CertificateRule> rfc5280(CertificateRule keyIdentifiers) {
        return List.of(
                new VersionRule(),
                new NamesRule(),
                new SignatureAlgorithmRule(),
                new DuplicateExtensionRule(),
                new CriticalExtensionRule(),
                new BasicConstraintsRule(),
                new CertSignRule(),
                keyIdentifiers,
                new SubjectAltNameRule(),
                new NameConstraintsRule(),
                new ExtendedKeyUsageRule(),
                new AccessInformationRule());
    }

    static final List<CertificateRule> BASELINE = baseline();

    private static List<CertificateRule> baseline() {
        List<CertificateRule> rules = new ArrayList<>(rfc5280(new KeyIdentifierRule(false)));
        rules.addAll(List.of(
                new ServerCertificateRule(),
                new ServerUsageRule(),
                new CommonNameRule(),
                new WildcardRule(),
                new PublicKeyRule(),
                new RootKeyIdentifierRule()));
        return List.copyOf(rules);
    }

    private final List<CertificateRule> rules;

    CertificateFormCheck(List<CertificateRule> rules) {
        this.rules = rules;
    }

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.facts().size(); i++) {
            int position = i;
            findings.addAll(check(path.facts().get(i), () -> path.says(position), path.index(i)));
        }
        return findings;
    }

    /** What the rules find about one certificate, on a path or not. */
    List<Finding> check(CertificateFacts certificate, Supplier<String> who, int index) {
        Faults faults = new Faults(who, index);
        rules.forEach(rule -> rule.check(certificate, faults));
        return faults.findings();
    }
}
