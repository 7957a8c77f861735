package dev.interloper.certs.trust;

/**
 * How much a finding matters for trust.
 *
 * @since 0.1
 */
public enum Severity {
    /** A path with such a finding is not trusted. */
    ERROR,
    /** Against a rule or good practice, and no reason to refuse the path. */
    WARNING,
    /** A fact worth knowing. */
    INFO
}
