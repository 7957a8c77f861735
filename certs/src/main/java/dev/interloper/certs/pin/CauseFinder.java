package dev.interloper.certs.pin;

import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guesses why pins were not met, and says so as a guess. */
final class CauseFinder {
    private final TrustReport trust;
    private final Collection<PinnedPath> accepted;
    private final List<Pin> pins;

    private CauseFinder(TrustReport trust, Collection<PinnedPath> accepted, List<PinSet> sets) {
        this.trust = trust;
        this.accepted = accepted;
        this.pins = sets.stream().flatMap(s -> s.pins().stream()).distinct().toList();
    }

    static LikelyCause find(TrustReport trust, Collection<PinnedPath> accepted, List<PinSet> sets) {
        return new CauseFinder(trust, accepted, sets).find();
    }

    private LikelyCause find() {
        String anchor = trust.anchor().map(Anchor::toString).orElse("an issuer that is not here");
        boolean publicAnchor = trust.paths().stream()
                .filter(p -> accepted.isEmpty() || p.trusted())
                .map(TrustPath::anchorClass)
                .anyMatch(AnchorClass::isPublic);
        if (!publicAnchor && trust.anchorClass() == AnchorClass.LOCAL) {
            return new LikelyCause(
                    LikelyCause.Kind.PROXY,
                    "The chain ends in " + anchor
                            + ", which no public programme knows: likely an intercepting proxy or an"
                            + " antivirus program; or the service has a private authority of its own.");
        }
        if (accepted.isEmpty()) {
            return unknown("The chain is not trusted, see its findings; pins do not tell more.");
        }
        return samePlaceOtherKey(anchor);
    }

    private LikelyCause samePlaceOtherKey(String anchor) {
        if (pins.stream().anyMatch(p -> accepted.stream().anyMatch(a -> inOtherRole(a, p)))) {
            return new LikelyCause(
                    LikelyCause.Kind.ROTATION,
                    "What is pinned is on a validated path, but not in the role, or not together with all that the pins ask"
                            + " for: likely the chain was changed, or the pins are too narrow.");
        }
        Set<String> pinned = organisations(pinnedRoots());
        Set<String> found = organisations(acceptedNames());
        if (pinned.isEmpty()) {
            return unknown(
                    "The chain ends in the public anchor " + anchor + " and nothing is known of the pinned keys: a"
                            + " new key or authority of the service is common, a certificate got by fraud is possible.");
        }
        String both = String.join(", ", pinned);
        if (found.stream().anyMatch(pinned::contains)) {
            return new LikelyCause(
                    LikelyCause.Kind.ROTATION,
                    "The chain ends in the public anchor " + anchor
                            + ", of an organisation that is pinned with another key" + " (" + both
                            + "): likely the authority changed its certificates.");
        }
        return new LikelyCause(
                LikelyCause.Kind.ATTACK,
                "The chain ends in the public anchor " + anchor + ", pinned are keys of " + both
                        + ": either the service"
                        + " went to another authority, or somebody else got a certificate for the host; ask its owner.");
    }

    private static boolean inOtherRole(PinnedPath path, Pin pin) {
        return path.elements().stream().anyMatch(e -> PinnedPath.has(e, pin));
    }

    private Stream<DistinguishedName> pinnedRoots() {
        Set<Object> keys = new HashSet<>();
        pins.forEach(p -> p.keyHash().ifPresent(keys::add));
        Stream<Anchor> known = Stream.concat(
                AnchorSet.bundledPublicRoots().anchors().stream(),
                trust.paths().stream().flatMap(p -> p.anchor().stream()));
        Stream<DistinguishedName> sent = trust.request().chain().certificates().stream()
                .filter(c -> keys.contains(PinnedPath.element(c).key()))
                .map(c -> DistinguishedName.of(c.getSubjectX500Principal()));
        return Stream.concat(known.filter(a -> keys.contains(a.keyHash())).map(Anchor::name), sent);
    }

    private Stream<DistinguishedName> acceptedNames() {
        return trust.paths().stream()
                .filter(TrustPath::trusted)
                .flatMap(p -> Stream.concat(
                        p.certificates().stream().skip(1).map(c -> DistinguishedName.of(c.getSubjectX500Principal())),
                        p.anchor().stream().map(Anchor::name)));
    }

    private static Set<String> organisations(Stream<DistinguishedName> names) {
        return names.flatMap(n -> n.attribute("O").stream())
                .map(o -> SafeText.escape(o).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LikelyCause unknown(String sentence) {
        return new LikelyCause(LikelyCause.Kind.UNKNOWN, sentence);
    }
}
