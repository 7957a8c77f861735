package dev.interloper.certs.pin;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.TrustPath;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A validated path as pins see it, the leaf first and the anchor last. */
final class PinnedPath {
    /** One certificate, or the anchor of which only the key may be known. */
    record Element(PublicKeyHash key, Optional<X509Certificate> certificate, X500Principal subject) {
        String name() {
            return DistinguishedName.of(subject).printable();
        }
    }

    /** A pin and the position where it is met. */
    record Hit(Pin pin, int position) {}

    private final List<Element> elements;
    private final boolean anchored;

    private PinnedPath(List<Element> elements, boolean anchored) {
        this.elements = List.copyOf(elements);
        this.anchored = anchored;
    }

    static PinnedPath of(TrustPath path, CertificateChain presented) {
        List<Element> elements = new ArrayList<>();
        path.certificates().forEach(c -> elements.add(element(c)));
        path.anchor().filter(a -> !isLast(a, path)).ifPresent(a -> elements.add(element(a, presented)));
        return new PinnedPath(elements, path.anchor().isPresent());
    }

    /** Certificates of which the last one is the anchor. */
    static PinnedPath of(List<X509Certificate> validated) {
        return new PinnedPath(validated.stream().map(PinnedPath::element).toList(), true);
    }

    private static boolean isLast(Anchor anchor, TrustPath path) {
        X509Certificate last = path.certificates().get(path.certificates().size() - 1);
        return anchor.certificate().map(last::equals).orElse(false);
    }

    static Element element(X509Certificate certificate) {
        return new Element(
                PublicKeyHash.of(certificate), Optional.of(certificate), certificate.getSubjectX500Principal());
    }

    /**
     * Of anchors that are known by name and key only, a certificate that was sent may stand in: it has the key that
     * validated the path, and a pin on it names every bit of it.
     */
    private static Element element(Anchor anchor, CertificateChain presented) {
        Optional<X509Certificate> certificate = anchor.certificate()
                .or(() -> presented.certificates().stream()
                        .filter(c -> c.getSubjectX500Principal().equals(anchor.subject()))
                        .filter(c -> PublicKeyHash.of(c).equals(anchor.keyHash()))
                        .findFirst());
        return new Element(anchor.keyHash(), certificate, anchor.subject());
    }

    List<Element> elements() {
        return elements;
    }

    boolean isRoot(int position) {
        return anchored && position == elements.size() - 1;
    }

    boolean hasKey(PublicKeyHash key) {
        return elements.stream().anyMatch(e -> e.key().equals(key));
    }

    /** Where the set is met, if it is: by any pin, or by all of them. */
    @Nullable
    Hit meet(PinSet set) {
        if (!set.requiresAll()) {
            return firstHit(set);
        }
        Hit first = null;
        for (Pin pin : set.pins()) {
            int position = positionOf(pin);
            if (position < 0) {
                return null;
            }
            first = first == null ? new Hit(pin, position) : first;
        }
        return first;
    }

    private @Nullable Hit firstHit(PinSet set) {
        for (int i = 0; i < elements.size(); i++) {
            Pin pin = set.find(elements.get(i).key(), Pin.Kind.PUBLIC_KEY, i == 0, isRoot(i));
            if (pin != null) {
                return new Hit(pin, i);
            }
        }
        for (Pin pin : set.pins()) {
            int position = pin.kind() == Pin.Kind.CERTIFICATE ? positionOf(pin) : -1;
            if (position >= 0) {
                return new Hit(pin, position);
            }
        }
        return null;
    }

    /** Where a pin is met, or -1. */
    int positionOf(Pin pin) {
        for (int i = 0; i < elements.size(); i++) {
            if (pin.role().allows(i == 0, isRoot(i)) && has(elements.get(i), pin)) {
                return i;
            }
        }
        return -1;
    }

    static boolean has(Element element, Pin pin) {
        return switch (pin.kind()) {
            case PUBLIC_KEY -> element.key().equals(pin.digest());
            case CERTIFICATE ->
                element.certificate()
                        .flatMap(Pin::certificateDigest)
                        .map(pin.digest()::equals)
                        .orElse(false);
        };
    }
}
