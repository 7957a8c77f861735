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
