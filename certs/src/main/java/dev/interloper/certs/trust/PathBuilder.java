package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Signatures;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every way from the leaf to an anchor, depth first, over the certificates presented in whatever order. Of one
 * evaluation, not thread-safe.
 */
final class PathBuilder {
    static final String PRESENTED = "presented by the server";

    private final AnchorSet publicRoots;
    private final List<AnchorSet> extraAnchors;
    private final Limits limits;
    private final List<Node> presented;
    private final LinkChecker links;
    private final Deque<Node> path = new ArrayDeque<>();
    private final Set<Route> routes = new LinkedHashSet<>();
    private final Set<BrokenLink> broken = new LinkedHashSet<>();
    private final Set<String> limitsReached = new LinkedHashSet<>();

    PathBuilder(CertificateChain chain, AnchorSet publicRoots, List<AnchorSet> extraAnchors, Limits limits) {
        this.publicRoots = publicRoots;
        this.extraAnchors = extraAnchors;
        this.limits = limits;
        this.links = new LinkChecker(limits.maxSignatureChecks());
        List<X509Certificate> distinct =
                chain.certificates().stream().distinct().toList();
        this.presented =
                distinct.stream().limit(limits.maxCertificates()).map(Node::new).toList();
        if (distinct.size() > presented.size()) {
            limitsReached.add(limits.maxCertificates() + " certificates of a chain of " + distinct.size());
        }
    }

    /** All routes from the first certificate presented. */
    List<Route> build() {
        extend(presented.get(0));
        if (links.exhausted()) {
            limitsReached.add(limits.maxSignatureChecks() + " signature checks");
        }
        return List.copyOf(routes);
    }

    Set<BrokenLink> broken() {
        return broken;
    }

    Set<String> limitsReached() {
        return limitsReached;
    }

    private void extend(Node node) {
        path.addLast(node);
        List<BrokenLink> failed = new ArrayList<>();
        Set<PublicKeyHash> reached = toAnchors(node, failed);
        boolean found = !reached.isEmpty();
        if (path.size() == 1 && !found && signs(node, node)) {
            emit(anchorOf(node));
            found = true;
        }
        found |= toPresented(node, reached, failed);
        if (!found) {
            broken.addAll(failed);
            boolean open = failed.stream().anyMatch(l -> l.outcome() == Signatures.Outcome.UNSUPPORTED);
            emit(Optional.empty(), cutShort() ? Route.End.CUT : open ? Route.End.UNVERIFIABLE : Route.End.NO_ISSUER);
        }
        path.removeLast();
    }

    /** Whether something was not looked at, so that an issuer may be here nevertheless. */
    private boolean cutShort() {
        return links.exhausted() || !limitsReached.isEmpty();
    }

    private Set<PublicKeyHash> toAnchors(Node node, List<BrokenLink> failed) {
        Set<PublicKeyHash> reached = new HashSet<>();
        List<Anchor> candidates = new ArrayList<>(publicRoots.withSubject(node.issuer));
        extraAnchors.forEach(set -> candidates.addAll(set.withSubject(node.issuer)));
        for (Anchor anchor : candidates) {
            if (reached.contains(anchor.keyHash()) || full()) {
                continue;
            }
            Signatures.Outcome outcome = links.check(node, anchor.publicKey(), anchor.keyHash());
            if (outcome == Signatures.Outcome.VERIFIED) {
                reached.add(anchor.keyHash());
                emit(Optional.of(anchor));
            } else {
                failed.add(new BrokenLink(node.certificate, anchor, false, outcome));
            }
        }
        return reached;
    }

    private boolean toPresented(Node node, Set<PublicKeyHash> reached, List<BrokenLink> failed) {
        boolean found = false;
        for (Node issuer : candidates(node)) {
            if (full()) {
                return true;
            }
            if (found && node.pointsElsewhere(issuer)) {
                break; // these come last, and are looked at where nothing better was found
            }
            if (reached.contains(issuer.keyHash) && issuer.selfIssued()) {
                continue; // the anchor that was reached, sent along
            }
            Signatures.Outcome outcome = links.check(node, issuer.certificate.getPublicKey(), issuer.keyHash);
            if (outcome != Signatures.Outcome.VERIFIED) {
                failed.add(new BrokenLink(node.certificate, Anchor.of(PRESENTED, issuer), true, outcome));
                continue;
            }
            found = true;
            boolean selfSigned = issuer.selfIssued() && signs(issuer, issuer);
            boolean listed = publicRoots.listing(issuer.keyHash).isPresent() && !reached.contains(issuer.keyHash);
            if (selfSigned || listed) {
                emit(anchorOf(issuer));
            }
            if (!selfSigned) {
                deeper(issuer, listed);
            }
        }
        return found;
    }

    private void deeper(Node issuer, boolean ended) {
        if (path.size() < limits.maxDepth()) {
            extend(issuer);
        } else if (!ended) {
            limitsReached.add("a depth of " + limits.maxDepth() + " certificates");
            emit(Optional.empty(), Route.End.CUT);
        }
    }

    /** Issuers by name, those first that the authority key identifier points at, those last that it does not. */
    private List<Node> candidates(Node node) {
        return presented.stream()
                .filter(other -> other.subject.equals(node.issuer))
                .filter(other -> path.stream().noneMatch(other::sameAuthority))
                .sorted(Comparator.<Node, Boolean>comparing(node::pointsElsewhere)
                        .thenComparing(other -> !node.pointsAt(other)))
                .toList();
    }

    private boolean signs(Node signer, Node signed) {
        return signed.issuer.equals(signer.subject)
                && links.check(signed, signer.certificate.getPublicKey(), signer.keyHash)
                        == Signatures.Outcome.VERIFIED;
    }

    private boolean full() {
        if (routes.size() < limits.maxPaths()) {
            return false;
        }
        limitsReached.add(limits.maxPaths() + " paths");
        return true;
    }

    private static Optional<Anchor> anchorOf(Node node) {
        return Optional.of(Anchor.of(PRESENTED, node));
    }

    private void emit(Optional<Anchor> anchor) {
        emit(anchor, Route.End.ANCHOR);
    }

    private void emit(Optional<Anchor> anchor, Route.End end) {
        if (full()) {
            return;
        }
        Optional<Listing> listing = anchor.flatMap(a -> publicRoots.listing(a.keyHash()));
        boolean extra = anchor.isPresent()
                && extraAnchors.stream()
                        .anyMatch(s -> s.listing(anchor.get().keyHash()).isPresent());
        routes.add(new Route(List.copyOf(path), anchor, listing, extra, end));
    }
}
