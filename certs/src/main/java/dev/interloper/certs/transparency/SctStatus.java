package dev.interloper.certs.transparency;

/**
 * What came of checking one signed certificate timestamp (SCT).
 *
 * <p>Constants may be added; do not rely on the set being complete.
 *
 * @since 0.1
 */
public enum SctStatus {
    /** A log that was accepted when it signed has signed this very certificate. */
    VALID,
    /** The log is known and its signature does not verify over this certificate. */
    INVALID_SIGNATURE,
    /** No log of the list has this identifier. */
    UNKNOWN_LOG,
    /** The signature verifies, and the log is pending, rejected or of no known state. */
    LOG_NOT_ACCEPTED,
    /** The signature verifies, and the log had retired when it signed. */
    LOG_RETIRED,
    /** The signature verifies, and the timestamp lies after the request's time. */
    FUTURE_TIMESTAMP,
    /** The signature verifies, and the certificate expires outside the interval that the log takes. */
    OUTSIDE_TEMPORAL_INTERVAL,
    /** The version, algorithm or log key is one that cannot be checked here. */
    UNSUPPORTED,
    /** The bytes are no SCT. */
    MALFORMED,
    /** The issuer's key is not here, without which an embedded SCT cannot be checked (RFC 6962 3.2). */
    ISSUER_MISSING,
    /** There are more SCTs than are checked. */
    NOT_CHECKED
}
