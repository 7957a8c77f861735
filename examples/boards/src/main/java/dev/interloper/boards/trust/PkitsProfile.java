package dev.interloper.boards.trust;

import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustProfile;
import java.util.List;

/**
 * RFC 5280 as it applies to PKITS, whose certificates are of 2010 and test the algorithm of section 6.
 *
 * <p>What has only got old since, SHA-1 and short keys, and the form of certificates, which section 4 asks of authorities and
 * section 6 of nobody, are warnings.
 */
final class PkitsProfile {

    private static final List<FindingCode> AGE = List.of(
            FindingCode.WEAK_SIGNATURE_ALGORITHM,
            FindingCode.WEAK_KEY,
            FindingCode.KEY_TYPE_NOT_ALLOWED,
            FindingCode.KEY_SIZE_NOT_ALLOWED,
            FindingCode.CURVE_NOT_ALLOWED,
            FindingCode.VALIDITY_TOO_LONG,
            FindingCode.SERIAL_SHORT);

    private static final List<FindingCode> FORM = List.of(
            FindingCode.AUTHORITY_KEY_ID_MISSING,
            FindingCode.AUTHORITY_KEY_ID_FORM,
            FindingCode.AUTHORITY_KEY_ID_MISMATCH,
            FindingCode.SUBJECT_KEY_ID_MISSING,
            FindingCode.BASIC_CONSTRAINTS_NOT_CRITICAL,
            FindingCode.NAME_CONSTRAINTS_NOT_CRITICAL,
            FindingCode.POLICY_CONSTRAINTS_NOT_CRITICAL,
            FindingCode.INHIBIT_ANY_POLICY_NOT_CRITICAL,
            FindingCode.SUBJECT_ALT_NAME_NOT_CRITICAL,
            FindingCode.KEY_USAGE_MISSING,
            FindingCode.KEY_USAGE_CERT_SIGN,
            FindingCode.LEAF_IS_CA,
            FindingCode.EXTENDED_KEY_USAGE_MISSING,
            FindingCode.NO_SUBJECT_ALT_NAME);

    private PkitsProfile() {}

    static TrustProfile get() {
        TrustProfile.Builder builder = TrustProfile.rfc5280().toBuilder("PKITS");
        AGE.forEach(code -> builder.severity(code, Severity.WARNING));
        FORM.forEach(code -> builder.severity(code, Severity.WARNING));
        return builder.build();
    }
}
