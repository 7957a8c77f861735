package dev.interloper.certs.trust;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checks that come with the library, one rule each, to be composed as wanted.
 *
 * <p>All are stateless and thread-safe. What makes an anchor, signatures, and the JDK's own validator are not among
 * them: those always apply.
 *
 * @since 0.1
 */
public final class PathChecks {
    private static final Set<Class<?>> OWN = Stream.concat(
                    standard().stream(), Stream.of(baselineRequirements(), validityPeriod()))
            .map(Object::getClass)
            .collect(Collectors.toUnmodifiableSet());

    private PathChecks() {}

    /** Whether a check comes with the library, so that what it looks at is known. */
    static boolean isOwn(PathCheck check) {
        return OWN.contains(check.getClass());
    }

    /**
     * What every path is held to: all checks of this class but {@link #baselineRequirements()} and
     * {@link #validityPeriod()}, which bind public authorities alone.
     *
     * @return an unmodifiable list
     */
    public static List<PathCheck> standard() {
        return List.of(
                validity(),
                basicConstraints(),
                keyUsage(),
                extendedKeyUsage(),
                signatureAlgorithms(),
                keyStrength(),
                hostname(),
                emailAddress(),
                nameConstraints(),
                certificateForm(),
                serialNumbers(),
                revocation(),
                policies(),
                policyForm());
    }

    /**
     * Every certificate is within its validity at the request's time (RFC 5280 4.1.2.5).
     *
     * @return the check
     */
    public static PathCheck validity() {
        return new ValidityCheck();
    }

    /**
     * Whoever signs is a CA, and path length constraints hold (RFC 5280 4.2.1.9).
     *
     * @return the check
     */
    public static PathCheck basicConstraints() {
        return new BasicConstraintsCheck();
    }

    /**
     * Key usage allows CAs to sign and the leaf to serve TLS (RFC 5280 4.2.1.3).
     *
     * @return the check
     */
    public static PathCheck keyUsage() {
        return new KeyUsageCheck();
    }

    /**
     * Extended key usage, where there is any, allows what the request is for on the whole path (RFC 5280 4.2.1.12).
     *
     * @return the check
     */
    public static PathCheck extendedKeyUsage() {
        return new ExtendedKeyUsageCheck();
    }

    /**
     * No signature rests on MD5, SHA-1 or older (RFC 6151, RFC 9155).
     *
     * @return the check
     */
    public static PathCheck signatureAlgorithms() {
        return new SignatureAlgorithmCheck();
    }

    /**
     * RSA keys have 2048 bits at least, elliptic curves 256 (CA/Browser Forum 6.1.5).
     *
     * @return the check
     */
    public static PathCheck keyStrength() {
        return new KeyStrengthCheck();
    }

    /**
     * The leaf is for the host asked for, if the request names one (RFC 9525).
     *
     * @return the check
     */
    public static PathCheck hostname() {
        return new HostnameCheck();
    }

    /**
     * The leaf is for the e-mail address asked for, if the request names one (RFC 5280 4.2.1.6).
     *
     * @return the check
     */
    public static PathCheck emailAddress() {
        return new EmailAddressCheck();
    }

    /**
     * Names lie where the authorities above may name, the anchor's certificate included (RFC 5280 4.2.1.10).
     *
     * @return the check
     */
    public static PathCheck nameConstraints() {
        return new NameConstraintsCheck();
    }

    /**
     * Certificates are made as RFC 5280 section 4 says: versions, names, extensions and what is critical of them.
     *
     * @return the check
     */
    public static PathCheck certificateForm() {
        return new CertificateFormCheck(CertificateFormCheck.RFC5280);
    }

    /**
     * Certificates are made as the CA/Browser Forum's Baseline Requirements say in section 7.1, which is
     * {@link #certificateForm()} with one exception for roots, and much beyond it.
     *
     * @return the check
     */
    public static PathCheck baselineRequirements() {
        return new CertificateFormCheck(CertificateFormCheck.BASELINE);
    }

    /**
     * Serial numbers are positive and neither too long nor too short (RFC 5280 4.1.2.2).
     *
     * @return the check
     */
    public static PathCheck serialNumbers() {
        return new SerialNumberCheck();
    }

    /**
     * The leaf's validity is no longer than public authorities were allowed at its issuance (CA/Browser Forum 6.3.2).
     *
     * @return the check
     */
    public static PathCheck validityPeriod() {
        return new ValidityPeriodCheck();
    }

    /**
     * No certificate of the path is revoked by what the request knows of revocation, if it knows any (RFC 5280 6.3, RFC
     * 6960).
     *
     * @return the check
     */
    public static PathCheck revocation() {
        return new RevocationCheck();
    }

    /**
     * The path is valid for a policy where one is required, by the request or by a certificate (RFC 5280 6.1, RFC 9618).
     *
     * @return the check
     */
    public static PathCheck policies() {
        return new PolicyCheck();
    }

    /**
     * Policy constraints and inhibitAnyPolicy are marked critical and say something (RFC 5280 4.2.1.11, 4.2.1.14).
     *
     * @return the check
     */
    public static PathCheck policyForm() {
        return new PolicyFormCheck();
    }
}
