package dev.interloper.certs.trust;

import java.util.Optional;

/** Authorities say that they are, critically, and lengths stand where they mean something (RFC 5280 4.2.1.9). */
final class BasicConstraintsRule implements CertificateRule {
    private static final String SOURCE = "RFC 5280 4.2.1.9";

    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        Optional<BasicConstraints> constraints = certificate.basicConstraints();
        boolean authority = certificate.role().isAuthority();
        if (constraints.isEmpty()) {
            if (authority && certificate.structure().version() == 3) {
                faults.add(
                        FindingCode.BASIC_CONSTRAINTS_MISSING, "is an authority's without basic constraints.", SOURCE);
            }
            return;
        }
        if (constraints.get().ca() && !constraints.get().critical()) {
            faults.add(
                    FindingCode.BASIC_CONSTRAINTS_NOT_CRITICAL,
                    "is an authority's, and its basic constraints are not critical.",
                    SOURCE);
        }
        if (authority && !constraints.get().ca()) {
            faults.add(FindingCode.NOT_A_CA, "vouches for others, and its basic constraints say it is no CA.", SOURCE);
        }
        boolean maySign = certificate.mayCertSign().orElse(true);
        if (constraints.get().hasPathLength() && !(constraints.get().ca() && maySign)) {
            faults.add(FindingCode.PATH_LENGTH_MISUSED, "states a path length and may sign no certificates.", SOURCE);
        }
    }
}
