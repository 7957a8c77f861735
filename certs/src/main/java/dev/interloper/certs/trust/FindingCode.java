package dev.interloper.certs.trust;

import java.util.Objects;

/**
 * The stable name of a kind of finding. Names are never changed and never reused.
 *
 * <p>The set is open: a {@link PathCheck} of your own makes its codes with {@link #of(String)}. Immutable, thread-safe,
 * equal by name.
 *
 * @since 0.1
 */
public final class FindingCode {
    /** The certificate's notAfter lies before the request's time. */
    public static final FindingCode EXPIRED = of("EXPIRED");
    /** The certificate's notBefore lies after the request's time. */
    public static final FindingCode NOT_YET_VALID = of("NOT_YET_VALID");
    /** The leaf is valid for longer than the CA/Browser Forum allowed when it was issued. */
    public static final FindingCode VALIDITY_TOO_LONG = of("VALIDITY_TOO_LONG");
    /** A certificate signed another one and is no CA. */
    public static final FindingCode NOT_A_CA = of("NOT_A_CA");
    /** More CA certificates follow than a path length constraint allows. */
    public static final FindingCode PATH_LENGTH_EXCEEDED = of("PATH_LENGTH_EXCEEDED");
    /** The server's own certificate is a CA. */
    public static final FindingCode LEAF_IS_CA = of("LEAF_IS_CA");
    /** Key usage does not allow what the key does here. */
    public static final FindingCode KEY_USAGE = of("KEY_USAGE");
    /** Extended key usage does not allow TLS servers. */
    public static final FindingCode EXTENDED_KEY_USAGE = of("EXTENDED_KEY_USAGE");
    /** An extension does not parse. */
    public static final FindingCode EXTENSION_MALFORMED = of("EXTENSION_MALFORMED");
    /** The signature uses a broken digest. */
    public static final FindingCode WEAK_SIGNATURE_ALGORITHM = of("WEAK_SIGNATURE_ALGORITHM");
    /** The public key is too small, or of a kind that is not used any more. */
    public static final FindingCode WEAK_KEY = of("WEAK_KEY");
    /** The certificate is not for the host asked for. */
    public static final FindingCode HOSTNAME_MISMATCH = of("HOSTNAME_MISMATCH");
    /** The certificate has no subjectAltName and so is for no host. */
    public static final FindingCode NO_SUBJECT_ALT_NAME = of("NO_SUBJECT_ALT_NAME");
    /** The host asked for is neither a host name nor an address. */
    public static final FindingCode HOSTNAME_INVALID = of("HOSTNAME_INVALID");
    /** The serial number is negative. */
    public static final FindingCode SERIAL_NEGATIVE = of("SERIAL_NEGATIVE");
    /** The serial number is zero. */
    public static final FindingCode SERIAL_ZERO = of("SERIAL_ZERO");
    /** The serial number has more than 20 octets. */
    public static final FindingCode SERIAL_TOO_LONG = of("SERIAL_TOO_LONG");
    /** The serial number has fewer than 64 bits. */
    public static final FindingCode SERIAL_SHORT = of("SERIAL_SHORT");
    /** The chain has no certificate. */
    public static final FindingCode CHAIN_EMPTY = of("CHAIN_EMPTY");
    /** A certificate presented does not parse. */
    public static final FindingCode CERTIFICATE_UNREADABLE = of("CERTIFICATE_UNREADABLE");
    /** The certificates are not in the order in which they certify each other. */
    public static final FindingCode CHAIN_OUT_OF_ORDER = of("CHAIN_OUT_OF_ORDER");
    /** A certificate was sent more than once. */
    public static final FindingCode CHAIN_DUPLICATE = of("CHAIN_DUPLICATE");
    /** The root was sent too, which clients do not need. */
    public static final FindingCode CHAIN_ROOT_INCLUDED = of("CHAIN_ROOT_INCLUDED");
    /** Certificates were sent that the path does not use. */
    public static final FindingCode CHAIN_UNUSED_CERTIFICATE = of("CHAIN_UNUSED_CERTIFICATE");
    /** Only the leaf was sent and its issuer is no anchor. */
    public static final FindingCode CHAIN_INCOMPLETE = of("CHAIN_INCOMPLETE");
    /** A certificate names an issuer that was neither sent nor is an anchor. */
    public static final FindingCode ISSUER_NOT_FOUND = of("ISSUER_NOT_FOUND");
    /** Names match, and the signature does not verify under the key of that name. */
    public static final FindingCode SIGNATURE_INVALID = of("SIGNATURE_INVALID");
    /** The signature algorithm or key is one that this platform cannot verify. */
    public static final FindingCode SIGNATURE_UNSUPPORTED = of("SIGNATURE_UNSUPPORTED");
    /** A key that is not that of a public root goes by a public root's name. */
    public static final FindingCode IMPERSONATES_PUBLIC_ROOT = of("IMPERSONATES_PUBLIC_ROOT");
    /** The chain ends in a self-signed certificate that no anchor set has. */
    public static final FindingCode ANCHOR_NOT_GIVEN = of("ANCHOR_NOT_GIVEN");
    /** The anchor is a public root of the past. */
    public static final FindingCode ANCHOR_LEGACY = of("ANCHOR_LEGACY");
    /** The anchor is not trusted for certificates issued after a date, and this one was. */
    public static final FindingCode ANCHOR_DISTRUSTED_AFTER = of("ANCHOR_DISTRUSTED_AFTER");
    /** The anchor's own certificate is not valid at the request's time. */
    public static final FindingCode ANCHOR_NOT_VALID = of("ANCHOR_NOT_VALID");
    /** The JDK's validator refuses a path that the checks accepted. */
    public static final FindingCode PLATFORM_REJECTS = of("PLATFORM_REJECTS");
    /** A limit on work was reached, so there may be paths that were not looked at. */
    public static final FindingCode LIMIT_REACHED = of("LIMIT_REACHED");
    /** A check failed to come to a result; the path is not trusted. */
    public static final FindingCode CHECK_FAILED = of("CHECK_FAILED");

    /** An extension that nobody here knows is marked critical. */
    public static final FindingCode UNKNOWN_CRITICAL_EXTENSION = of("UNKNOWN_CRITICAL_EXTENSION");
    /** The same extension is there more than once. */
    public static final FindingCode EXTENSION_DUPLICATE = of("EXTENSION_DUPLICATE");
    /** The certificate is not of version 3, which extensions and the web need. */
    public static final FindingCode CERTIFICATE_VERSION = of("CERTIFICATE_VERSION");
    /** The certificate names no issuer. */
    public static final FindingCode ISSUER_EMPTY = of("ISSUER_EMPTY");
    /** A CA certificate names no subject. */
    public static final FindingCode SUBJECT_EMPTY = of("SUBJECT_EMPTY");
    /** The two places of a certificate that name its signature algorithm differ. */
    public static final FindingCode SIGNATURE_ALGORITHM_MISMATCH = of("SIGNATURE_ALGORITHM_MISMATCH");
    /** A certificate that needs an authority key identifier has none. */
    public static final FindingCode AUTHORITY_KEY_ID_MISSING = of("AUTHORITY_KEY_ID_MISSING");
    /** The authority key identifier is marked critical. */
    public static final FindingCode AUTHORITY_KEY_ID_CRITICAL = of("AUTHORITY_KEY_ID_CRITICAL");
    /** The authority key identifier lacks the key identifier, or names issuer and serial number. */
    public static final FindingCode AUTHORITY_KEY_ID_FORM = of("AUTHORITY_KEY_ID_FORM");
    /** The authority key identifier is not the subject key identifier of the key that signed. */
    public static final FindingCode AUTHORITY_KEY_ID_MISMATCH = of("AUTHORITY_KEY_ID_MISMATCH");
    /** A CA certificate has no subject key identifier. */
    public static final FindingCode SUBJECT_KEY_ID_MISSING = of("SUBJECT_KEY_ID_MISSING");
    /** The subject key identifier is marked critical. */
    public static final FindingCode SUBJECT_KEY_ID_CRITICAL = of("SUBJECT_KEY_ID_CRITICAL");
    /** A CA certificate of version 3 has no basic constraints. */
    public static final FindingCode BASIC_CONSTRAINTS_MISSING = of("BASIC_CONSTRAINTS_MISSING");
    /** The basic constraints of a CA are not marked critical. */
    public static final FindingCode BASIC_CONSTRAINTS_NOT_CRITICAL = of("BASIC_CONSTRAINTS_NOT_CRITICAL");
    /** A path length is stated where nothing may be signed. */
    public static final FindingCode PATH_LENGTH_MISUSED = of("PATH_LENGTH_MISUSED");
    /** A CA certificate has no key usage. */
    public static final FindingCode KEY_USAGE_MISSING = of("KEY_USAGE_MISSING");
    /** A certificate that is no CA's may sign certificates by its key usage. */
    public static final FindingCode KEY_USAGE_CERT_SIGN = of("KEY_USAGE_CERT_SIGN");
    /** The leaf has no extended key usage. */
    public static final FindingCode EXTENDED_KEY_USAGE_MISSING = of("EXTENDED_KEY_USAGE_MISSING");
    /** Extended key usage is there and lists nothing. */
    public static final FindingCode EXTENDED_KEY_USAGE_EMPTY = of("EXTENDED_KEY_USAGE_EMPTY");
    /** Extended key usage lists anyExtendedKeyUsage. */
    public static final FindingCode EXTENDED_KEY_USAGE_ANY = of("EXTENDED_KEY_USAGE_ANY");
    /** Extended key usage is marked critical. */
    public static final FindingCode EXTENDED_KEY_USAGE_CRITICAL = of("EXTENDED_KEY_USAGE_CRITICAL");
    /** A root restricts itself by extended key usage. */
    public static final FindingCode EXTENDED_KEY_USAGE_ON_ROOT = of("EXTENDED_KEY_USAGE_ON_ROOT");
    /** A name lies in no subtree that a CA above is permitted. */
    public static final FindingCode NAME_NOT_PERMITTED = of("NAME_NOT_PERMITTED");
    /** A name lies in a subtree that a CA above is excluded from. */
    public static final FindingCode NAME_EXCLUDED = of("NAME_EXCLUDED");
    /** A name constraint, or a name that it applies to, is not well formed. */
    public static final FindingCode NAME_CONSTRAINT_MALFORMED = of("NAME_CONSTRAINT_MALFORMED");
    /** A name constraint is of a kind that nobody here can apply, and a name of that kind is there. */
    public static final FindingCode NAME_CONSTRAINT_UNSUPPORTED = of("NAME_CONSTRAINT_UNSUPPORTED");
    /** Name constraints are not marked critical. */
    public static final FindingCode NAME_CONSTRAINTS_NOT_CRITICAL = of("NAME_CONSTRAINTS_NOT_CRITICAL");
    /** Name constraints stand in a certificate that is no CA's. */
    public static final FindingCode NAME_CONSTRAINTS_ON_LEAF = of("NAME_CONSTRAINTS_ON_LEAF");
    /** Name constraints are there and constrain nothing. */
    public static final FindingCode NAME_CONSTRAINTS_EMPTY = of("NAME_CONSTRAINTS_EMPTY");
    /** There are more names and name constraints than are compared. */
    public static final FindingCode NAME_CONSTRAINTS_LIMIT = of("NAME_CONSTRAINTS_LIMIT");
    /** A name in subjectAltName is not well formed. */
    public static final FindingCode SUBJECT_ALT_NAME_MALFORMED = of("SUBJECT_ALT_NAME_MALFORMED");
    /** The subject is empty and subjectAltName is not marked critical. */
    public static final FindingCode SUBJECT_ALT_NAME_NOT_CRITICAL = of("SUBJECT_ALT_NAME_NOT_CRITICAL");
    /** The subject is not empty and subjectAltName is marked critical. */
    public static final FindingCode SUBJECT_ALT_NAME_CRITICAL = of("SUBJECT_ALT_NAME_CRITICAL");
    /** A wildcard stands elsewhere than as the whole leftmost label. */
    public static final FindingCode WILDCARD_MALFORMED = of("WILDCARD_MALFORMED");
    /** A wildcard covers a public suffix, that is everybody's names. */
    public static final FindingCode WILDCARD_PUBLIC_SUFFIX = of("WILDCARD_PUBLIC_SUFFIX");
    /** The common name is not among the subject alternative names. */
    public static final FindingCode COMMON_NAME_NOT_IN_SAN = of("COMMON_NAME_NOT_IN_SAN");
    /** The common name is an address in another form than that of the subject alternative names. */
    public static final FindingCode COMMON_NAME_FORM = of("COMMON_NAME_FORM");
    /** Policy constraints are not marked critical. */
    public static final FindingCode POLICY_CONSTRAINTS_NOT_CRITICAL = of("POLICY_CONSTRAINTS_NOT_CRITICAL");
    /** Authority information access is marked critical. */
    public static final FindingCode AUTHORITY_INFO_ACCESS_CRITICAL = of("AUTHORITY_INFO_ACCESS_CRITICAL");
    /** Authority information access does not parse. */
    public static final FindingCode AUTHORITY_INFO_ACCESS_MALFORMED = of("AUTHORITY_INFO_ACCESS_MALFORMED");
    /** The public key is of a kind that public authorities may not certify. */
    public static final FindingCode KEY_TYPE_NOT_ALLOWED = of("KEY_TYPE_NOT_ALLOWED");
    /** The size of the RSA modulus is no multiple of eight bits. */
    public static final FindingCode KEY_SIZE_NOT_ALLOWED = of("KEY_SIZE_NOT_ALLOWED");
    /** The curve is none that public authorities may certify. */
    public static final FindingCode CURVE_NOT_ALLOWED = of("CURVE_NOT_ALLOWED");
    /** The curve is spelled out in place of being named. */
    public static final FindingCode CURVE_EXPLICIT = of("CURVE_EXPLICIT");
    /** The path has more intermediate certificates than were allowed. */
    public static final FindingCode CHAIN_TOO_LONG = of("CHAIN_TOO_LONG");
    /** The certificate is for none of the e-mail addresses asked for. */
    public static final FindingCode EMAIL_MISMATCH = of("EMAIL_MISMATCH");
    /** The certificate was revoked. */
    public static final FindingCode REVOKED = of("REVOKED");
    /** Nothing that was handed in says whether the certificate is revoked. */
    public static final FindingCode REVOCATION_UNKNOWN = of("REVOCATION_UNKNOWN");
    /** A revocation list does not parse. */
    public static final FindingCode CRL_MALFORMED = of("CRL_MALFORMED");
    /** A revocation list's signature does not verify. */
    public static final FindingCode CRL_SIGNATURE_INVALID = of("CRL_SIGNATURE_INVALID");
    /** A revocation list is not current at the request's time. */
    public static final FindingCode CRL_NOT_CURRENT = of("CRL_NOT_CURRENT");
    /** A revocation list has no number. */
    public static final FindingCode CRL_NUMBER_MISSING = of("CRL_NUMBER_MISSING");
    /** The number of a revocation list is marked critical. */
    public static final FindingCode CRL_NUMBER_CRITICAL = of("CRL_NUMBER_CRITICAL");
    /** The key that signed a revocation list may not sign any. */
    public static final FindingCode CRL_SIGN_NOT_ALLOWED = of("CRL_SIGN_NOT_ALLOWED");
    /** A revocation list has a critical extension that nobody here knows. */
    public static final FindingCode CRL_UNKNOWN_CRITICAL_EXTENSION = of("CRL_UNKNOWN_CRITICAL_EXTENSION");
    /** A revocation list does not cover the certificate. */
    public static final FindingCode CRL_SCOPE = of("CRL_SCOPE");
    /** A stapled OCSP response does not parse or reports an error. */
    public static final FindingCode OCSP_MALFORMED = of("OCSP_MALFORMED");
    /** A stapled OCSP response's signature does not verify. */
    public static final FindingCode OCSP_SIGNATURE_INVALID = of("OCSP_SIGNATURE_INVALID");
    /** Whoever signed a stapled OCSP response may not. */
    public static final FindingCode OCSP_SIGNER_NOT_ALLOWED = of("OCSP_SIGNER_NOT_ALLOWED");
    /** A stapled OCSP response is not current at the request's time. */
    public static final FindingCode OCSP_NOT_CURRENT = of("OCSP_NOT_CURRENT");
    /** A stapled OCSP response is about another certificate. */
    public static final FindingCode OCSP_OTHER_CERTIFICATE = of("OCSP_OTHER_CERTIFICATE");
    /** The responder does not know the certificate. */
    public static final FindingCode OCSP_UNKNOWN = of("OCSP_UNKNOWN");
    /** The certificate asks for a stapled response, and there is none. */
    public static final FindingCode OCSP_STAPLE_MISSING = of("OCSP_STAPLE_MISSING");
    /** No policy that was asked for is valid for the path. */
    public static final FindingCode POLICY_NOT_ACCEPTED = of("POLICY_NOT_ACCEPTED");
    /** A policy extension does not parse, or says what it may not. */
    public static final FindingCode POLICY_MALFORMED = of("POLICY_MALFORMED");
    /** The policies of the path are more than are followed. */
    public static final FindingCode POLICY_LIMIT = of("POLICY_LIMIT");
    /** That anyPolicy is inhibited is not marked critical. */
    public static final FindingCode INHIBIT_ANY_POLICY_NOT_CRITICAL = of("INHIBIT_ANY_POLICY_NOT_CRITICAL");

    /** The leaf's key usage allows nothing that TLS does with the key. */
    public static final FindingCode KEY_USAGE_NOT_TLS = of("KEY_USAGE_NOT_TLS");
    /** No validated path has what the pins ask for. */
    public static final FindingCode PIN_MISMATCH = of("PIN_MISMATCH");
    /** No path is validated, so pins were not looked for. */
    public static final FindingCode PIN_NOT_LOOKED_FOR = of("PIN_NOT_LOOKED_FOR");
    /** Pins were looked for on a chain that was not evaluated for the host. */
    public static final FindingCode PIN_HOST_NOT_CHECKED = of("PIN_HOST_NOT_CHECKED");
    /** A pinned certificate was sent and is on no validated path. */
    public static final FindingCode PIN_UNVALIDATED_CERTIFICATE = of("PIN_UNVALIDATED_CERTIFICATE");
    /** A local anchor got by the pins, as the policy explicitly allows. */
    public static final FindingCode PIN_LOCAL_ANCHOR_BYPASS = of("PIN_LOCAL_ANCHOR_BYPASS");
    /** A pin set has expired and does not count. */
    public static final FindingCode PIN_SET_EXPIRED = of("PIN_SET_EXPIRED");
    /** A pin set is going to expire. */
    public static final FindingCode PIN_SET_EXPIRES = of("PIN_SET_EXPIRES");
    /** A pin set has no pin in reserve. */
    public static final FindingCode PIN_NO_BACKUP = of("PIN_NO_BACKUP");
    /** The last certificate that a pin set is met by ends on a date. */
    public static final FindingCode PIN_BREAKS = of("PIN_BREAKS");
    /** A pin set is met by the leaf alone. */
    public static final FindingCode PIN_LEAF_ONLY = of("PIN_LEAF_ONLY");
    /** A pin matches nothing in a chain that meets its set. */
    public static final FindingCode PIN_UNMATCHED = of("PIN_UNMATCHED");
    /** A pin set has pins on certificates only. */
    public static final FindingCode PIN_CERTIFICATE = of("PIN_CERTIFICATE");
    /** Something in an imported pin configuration was not taken over. */
    public static final FindingCode PIN_IMPORT_LEFT_OUT = of("PIN_IMPORT_LEFT_OUT");
    /** A signed certificate timestamp of a known log does not verify: the certificate is not the one that the log saw. */
    public static final FindingCode SCT_INVALID_SIGNATURE = of("SCT_INVALID_SIGNATURE");
    /** Bytes that should be signed certificate timestamps are not. */
    public static final FindingCode SCT_MALFORMED = of("SCT_MALFORMED");
    /** A signed certificate timestamp has a version or algorithm that cannot be checked. */
    public static final FindingCode SCT_UNSUPPORTED = of("SCT_UNSUPPORTED");
    /** A signed certificate timestamp is by a log that the list does not have. */
    public static final FindingCode SCT_UNKNOWN_LOG = of("SCT_UNKNOWN_LOG");
    /** A signed certificate timestamp is by a log that is pending or rejected. */
    public static final FindingCode SCT_LOG_NOT_ACCEPTED = of("SCT_LOG_NOT_ACCEPTED");
    /** A signed certificate timestamp is by a log that had retired before. */
    public static final FindingCode SCT_LOG_RETIRED = of("SCT_LOG_RETIRED");
    /** A signed certificate timestamp is dated after the request's time. */
    public static final FindingCode SCT_TIMESTAMP_IN_FUTURE = of("SCT_TIMESTAMP_IN_FUTURE");
    /** The certificate expires outside the interval that the log of a timestamp takes. */
    public static final FindingCode SCT_OUTSIDE_LOG_INTERVAL = of("SCT_OUTSIDE_LOG_INTERVAL");
    /** Embedded timestamps cannot be checked because the issuer's key is not here. */
    public static final FindingCode SCT_ISSUER_MISSING = of("SCT_ISSUER_MISSING");
    /** An embedded timestamp that does not verify is older than the certificate. */
    public static final FindingCode SCT_PREDATES_CERTIFICATE = of("SCT_PREDATES_CERTIFICATE");
    /** There are more signed certificate timestamps than are checked. */
    public static final FindingCode SCT_LIMIT = of("SCT_LIMIT");
    /** A transparency policy is not met. */
    public static final FindingCode SCT_POLICY_NOT_MET = of("SCT_POLICY_NOT_MET");
    /** A transparency policy could not be applied, or does not ask. */
    public static final FindingCode SCT_POLICY_NOT_EVALUATED = of("SCT_POLICY_NOT_EVALUATED");

    private final String name;

    private FindingCode(String name) {
        this.name = name;
    }

    /**
     * The code with this name.
     *
     * @param name upper-case words joined by underscores; not null
     * @return the code
     * @throws IllegalArgumentException if the name is in another form
     */
    public static FindingCode of(String name) {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")) {
            throw new IllegalArgumentException("name must be upper-case words joined by underscores: " + name);
        }
        return new FindingCode(name);
    }

    /**
     * The stable name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FindingCode that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The same as {@link #name()}. */
    @Override
    public String toString() {
        return name;
    }
}
