package dev.interloper.certs.pin;

/**
 * Whether anchors that no public programme knows may get by the pins, as browsers let them for the sake of company
 * proxies.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7469#section-2.6">RFC 7469, section 2.6</a>
 * @since 0.1
 */
public enum LocalAnchors {
    /** Pins hold whatever the anchor is. */
    REFUSE,
    /**
     * Pins do not hold where every accepted path ends in a {@linkplain dev.interloper.certs.trust.AnchorClass#LOCAL local}
     * anchor: whoever can install a root on the machine reads along. Each use is a finding.
     */
    ALLOW
}
