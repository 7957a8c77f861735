package dev.interloper.certs.trust;

import java.util.ArrayList;
import java.util.List;

/** The profiles that come with the library. */
final class Profiles {
    /** What authorities should not have issued, and browsers accept nevertheless. */
    private static final List<FindingCode> ACCEPTED = List.of(
            FindingCode.CERTIFICATE_VERSION,
            FindingCode.ISSUER_EMPTY,
            FindingCode.SUBJECT_EMPTY,
            FindingCode.AUTHORITY_KEY_ID_MISSING,
            FindingCode.AUTHORITY_KEY_ID_CRITICAL,
            FindingCode.AUTHORITY_KEY_ID_FORM,
            FindingCode.AUTHORITY_KEY_ID_MISMATCH,
            FindingCode.SUBJECT_KEY_ID_MISSING,
            FindingCode.SUBJECT_KEY_ID_CRITICAL,
            FindingCode.BASIC_CONSTRAINTS_MISSING, // where it matters, on an intermediate, NOT_A_CA is an error
            FindingCode.BASIC_CONSTRAINTS_NOT_CRITICAL,
            FindingCode.PATH_LENGTH_MISUSED,
            FindingCode.KEY_USAGE_CERT_SIGN,
            FindingCode.EXTENDED_KEY_USAGE_MISSING,
            FindingCode.EXTENDED_KEY_USAGE_ANY,
            FindingCode.EXTENDED_KEY_USAGE_CRITICAL,
            FindingCode.EXTENDED_KEY_USAGE_ON_ROOT,
            FindingCode.NAME_CONSTRAINTS_NOT_CRITICAL,
            FindingCode.NAME_CONSTRAINTS_ON_LEAF,
            FindingCode.NAME_CONSTRAINTS_EMPTY,
            FindingCode
                    .NAME_CONSTRAINT_MALFORMED, // where it applies to a name, NAME_CONSTRAINT_UNSUPPORTED is an error
            FindingCode.SUBJECT_ALT_NAME_MALFORMED,
            FindingCode.SUBJECT_ALT_NAME_NOT_CRITICAL,
            FindingCode.SUBJECT_ALT_NAME_CRITICAL,
            FindingCode.WILDCARD_MALFORMED,
            FindingCode.WILDCARD_PUBLIC_SUFFIX,
            FindingCode.COMMON_NAME_NOT_IN_SAN,
            FindingCode.COMMON_NAME_FORM,
            FindingCode.POLICY_CONSTRAINTS_NOT_CRITICAL,
            FindingCode.INHIBIT_ANY_POLICY_NOT_CRITICAL,
            FindingCode.AUTHORITY_INFO_ACCESS_CRITICAL,
            FindingCode.AUTHORITY_INFO_ACCESS_MALFORMED,
            FindingCode.KEY_TYPE_NOT_ALLOWED,
            FindingCode.KEY_SIZE_NOT_ALLOWED,
            FindingCode.CURVE_NOT_ALLOWED,
            FindingCode.SERIAL_ZERO,
            FindingCode.SERIAL_NEGATIVE,
            FindingCode.SERIAL_TOO_LONG);

    static final TrustProfile RFC5280 = TrustProfile.builder("RFC 5280")
            .checks(PathChecks.standard())
            .severity(FindingCode.KEY_USAGE_NOT_TLS, Severity.WARNING) // RFC 8446 demands it, not RFC 5280
            .build();

    static final TrustProfile WEB_PKI = TrustProfile.builder("WebPKI")
            .checks(beyondStandard())
            .severity(FindingCode.LEAF_IS_CA, Severity.ERROR)
            .severity(FindingCode.NAME_CONSTRAINTS_NOT_CRITICAL, Severity.WARNING) // the Forum's 7.1.2.5.2 allows it
            .build();

    static final TrustProfile LENIENT = lenient();

    private Profiles() {}

    private static List<PathCheck> beyondStandard() {
        List<PathCheck> checks = new ArrayList<>(PathChecks.standard());
        checks.removeIf(CertificateFormCheck.class::isInstance); // the next one holds its rules
        checks.add(PathChecks.baselineRequirements());
        checks.add(PathChecks.validityPeriod());
        return checks;
    }

    private static TrustProfile lenient() {
        TrustProfile.Builder builder = TrustProfile.builder("lenient").checks(beyondStandard());
        ACCEPTED.forEach(code -> builder.severity(code, Severity.WARNING));
        return builder.build();
    }
}
