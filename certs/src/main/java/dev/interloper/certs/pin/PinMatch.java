package dev.interloper.certs.pin;

import dev.interloper.certs.trust.TrustPath;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;

/**
 * A pin that was found, and where.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PinMatch {
    private final Pin pin;
    private final PinSet set;
    private final TrustPath path;
    private final int position;
    private final boolean root;
    private final PinnedPath.Element element;

    PinMatch(PinnedPath.Hit hit, PinSet set, TrustPath path, PinnedPath pinned) {
        this.pin = hit.pin();
        this.set = set;
        this.path = path;
        this.position = hit.position();
        this.root = pinned.isRoot(position);
        this.element = pinned.elements().get(position);
    }

    /**
     * The pin; of a set that needs all its pins, the first one.
     *
     * @return the pin
     */
    public Pin pin() {
        return pin;
    }

    /**
     * The set that the pin is of.
     *
     * @return the set
     */
    public PinSet set() {
        return set;
    }

    /**
     * The validated path on which it was found.
     *
     * @return the path
     */
    public TrustPath path() {
        return path;
    }

    /**
     * Where on the path.
     *
     * @return the position, the leaf being 0; the anchor comes after {@link TrustPath#certificates()}
     */
    public int position() {
        return position;
    }

    /**
     * Whether the anchor itself is what is pinned.
     *
     * @return true if so
     */
    public boolean atAnchor() {
        return root;
    }

    /**
     * The certificate with the pinned key.
     *
     * @return the certificate; empty for an anchor of which only name and key are known
     */
    public Optional<X509Certificate> certificate() {
        return element.certificate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PinMatch that
                && pin.equals(that.pin)
                && set.equals(that.set)
                && path.equals(that.path)
                && position == that.position;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pin, position);
    }

    /** The pin, and whose key it is. */
    @Override
    public String toString() {
        return pin + " at position " + position + (root ? ", the anchor, " : ", ") + element.name();
    }
}
