package dev.interloper.core.spi;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.transparency.TransparencyReport;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.engine.EngineMatch;
import dev.interloper.core.product.ProductMatch;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.flight.FlightShape;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one connection when it is judged. What is not known is absent, never a guess. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class Observation {

    /** Errors that do not cast doubt on who signed. */
    private static final Set<FindingCode> MADE_BY_AUTHORITY = Set.of(
            FindingCode.HOSTNAME_MISMATCH,
            FindingCode.NO_SUBJECT_ALT_NAME,
            FindingCode.HOSTNAME_INVALID,
            FindingCode.EXPIRED,
            FindingCode.NOT_YET_VALID,
            FindingCode.ANCHOR_NOT_VALID,
            FindingCode.ANCHOR_LEGACY,
            FindingCode.ANCHOR_DISTRUSTED_AFTER);

    private final Instant at;
    private final @Nullable ServerName serverName;
    private final @Nullable Handshake handshake;
    private final @Nullable FlightShape flight;
    private final CertificateChain chain;
    private final @Nullable TrustReport trust;
    private final @Nullable ForgePrint forgePrint;
    private final @Nullable TransparencyReport transparency;
    private final List<ProductMatch> products;
    private final List<EngineMatch> engines;
    private final Set<EvidenceKind> withheld;
    private final @Nullable Surroundings surroundings;
    private final @Nullable PinSighting pins;
    private final ReferenceStanding referenceStanding;
    private final @Nullable Observation reference;
    private final @Nullable ForgeryComparison besideReference;

    private Observation(Builder from) {
        at = from.at;
        serverName = from.serverName;
        handshake = from.handshake;
        flight = from.handshake == null ? null : FlightShape.of(from.handshake);
        chain = from.chain;
        trust = from.trust;
        forgePrint = ForgePrint.of(from.chain, from.at).orElse(null);
        transparency = from.transparency;
        products = List.copyOf(from.products);
        engines = List.copyOf(from.engines);
        withheld = Set.copyOf(from.withheld);
        surroundings = from.surroundings;
        pins = from.pins;
        referenceStanding = from.referenceStanding;
        reference = from.reference;
        besideReference = reference == null
                ? null
                : ForgeryComparison.of(chain, reference.chain).orElse(null);
    }

    /**
     * A builder.
     *
     * @param at when the connection was made: a capture's packets' time, never the time of reading it
     * @return a builder that knows nothing else
     */
    public static Builder at(Instant at) {
        return new Builder(at);
    }

    /**
     * When the connection was made.
     *
     * @return the moment for which certificates are judged
     */
    public Instant at() {
        return at;
    }

    /**
     * The host that the client wanted: the name it asked for, else the one it asked a proxy for, else the server's address.
     *
     * @return empty where none is known
     */
    public Optional<ServerName> serverName() {
        return Optional.ofNullable(serverName);
    }

    /**
     * Whether the host is one that a public authority can issue a certificate for. Where the client asked for no name, the names
     * in the certificate tell.
     *
     * @return false for internal names and addresses, and where no host is known
     */
    public boolean isPublicHost() {
        return serverName != null && (serverName.isPublic() || isNamedPublicly());
    }

    /**
     * Whether the host is certainly of somebody's own network: an internal name, or a private address without a name.
     *
     * @return false where no host is known
     */
    public boolean isInternalHost() {
        return serverName != null
                && (serverName.kind() == ServerName.Kind.INTERNAL_DNS
                        || serverName.kind() == ServerName.Kind.PRIVATE_IP)
                && !isNamedPublicly();
    }

    /** Whether somebody who asked for an address was shown a certificate for names of the public DNS. */
    private boolean isNamedPublicly() {
        return serverName != null
                && serverName.kind() == ServerName.Kind.PRIVATE_IP
                && forgePrint != null
                && forgePrint.subjectAltNames().dnsNames().stream()
                        .map(name -> ServerName.parse(name.startsWith("*.") ? name.substring(2) : name))
                        .anyMatch(ServerName::isPublic);
    }

    /**
     * The handshake.
     *
     * @return empty where only a chain is known
     */
    public Optional<Handshake> handshake() {
        return Optional.ofNullable(handshake);
    }

    /**
     * The shape of the server's first flight.
     *
     * @return empty where only a chain is known
     */
    public Optional<FlightShape> flight() {
        return Optional.ofNullable(flight);
    }

    /**
     * The certificates that the server sent.
     *
     * @return as presented; empty where none are known
     */
    public CertificateChain chain() {
        return chain;
    }

    /**
     * What the chain is worth.
     *
     * @return empty where there is no chain
     */
    public Optional<TrustReport> trust() {
        return Optional.ofNullable(trust);
    }

    /**
     * What the leaf looks like.
     *
     * @return empty where there is no leaf
     */
    public Optional<ForgePrint> forgePrint() {
        return Optional.ofNullable(forgePrint);
    }

    /**
     * The products that the certificates and a proxy's replies name.
     *
     * @return the strongest first
     */
    public List<ProductMatch> products() {
        return products;
    }

    /**
     * What the certificate transparency logs say of the leaf.
     *
     * @return empty where it was not asked: there is no leaf, or a public root vouches for it anyway
     */
    public Optional<TransparencyReport> transparency() {
        return Optional.ofNullable(transparency);
    }

    /**
     * The engines and tools whose certificates look like the leaf.
     *
     * @return the most alike first
     */
    public List<EngineMatch> engines() {
        return engines;
    }

    /**
     * What the other connections of the capture show.
     *
     * @return empty where this connection was looked at by itself
     */
    public Optional<Surroundings> surroundings() {
        return Optional.ofNullable(surroundings);
    }

    /**
     * Whether evidence of a kind may be looked at.
     *
     * @param kind the kind
     * @return false if it is withheld from this judgement
     */
    public boolean sees(EvidenceKind kind) {
        return !withheld.contains(kind);
    }

    /**
     * Another view of the same host, to compare this one with.
     *
     * @return empty where there is none, or where it is intercepted itself
     */
    public Optional<Observation> reference() {
        return Optional.ofNullable(reference);
    }

    /**
     * What the reference is worth.
     *
     * @return {@link ReferenceStanding#NONE} where none was asked for
     */
    public ReferenceStanding referenceStanding() {
        return referenceStanding;
    }

    /**
     * The leaf beside the reference's.
     *
     * @return empty where there is no reference, or one of both has no readable leaf
     */
    public Optional<ForgeryComparison> leafBesideReference() {
        return Optional.ofNullable(besideReference);
    }

    /**
     * Whether a public authority vouches for the leaf: its chain leads to a public root by a path that may be taken. An expired
     * certificate, or one for another name, was still made by that authority; a path over a certificate that is no authority's
     * was not.
     *
     * @return false also where there is no chain
     */
    public boolean isPubliclyAnchored() {
        return trust != null && trust.anchorClass().isPublic() && errors(trust).allMatch(MADE_BY_AUTHORITY::contains);
    }

    private static Stream<FindingCode> errors(TrustReport trust) {
        return trust.bestPath().stream()
                .flatMap(path -> path.findings().stream())
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !isLeafsWeakKey(finding))
                .map(Finding::code);
    }

    /** A short key is easily broken, but only an authority's would let somebody else sign. */
    private static boolean isLeafsWeakKey(Finding finding) {
        return finding.code().equals(FindingCode.WEAK_KEY)
                && finding.certificateIndex().orElse(-1) == 0;
    }

    /**
     * What the pins for the host say of the chain.
     *
     * @return empty if none were given for it, or all have expired
     */
    public Optional<PinSighting> pins() {
        return Optional.ofNullable(pins);
    }

    /**
     * A leaf that does not lead to a public root although its host could have one that does: the leaf whose shape is worth a
     * look.
     *
     * @return empty where the chain is public, the host is internal, or there is no leaf
     */
    public Optional<ForgePrint> suspectLeaf() {
        boolean leadsToPublicRoot = trust != null && trust.anchorClass().isPublic();
        return isPublicHost() && !leadsToPublicRoot ? forgePrint() : Optional.empty();
    }

    /** Collects what is known. Not thread-safe. */
    public static final class Builder {

        private final Instant at;
        private @Nullable ServerName serverName;
        private @Nullable Handshake handshake;
        private CertificateChain chain = CertificateChain.empty();
        private @Nullable TrustReport trust;
        private @Nullable TransparencyReport transparency;
        private List<ProductMatch> products = List.of();
        private List<EngineMatch> engines = List.of();
        private Set<EvidenceKind> withheld = Set.of();
        private @Nullable Surroundings surroundings;
        private @Nullable PinSighting pins;
        private ReferenceStanding referenceStanding = ReferenceStanding.NONE;
        private @Nullable Observation reference;

        private Builder(Instant at) {
            this.at = Objects.requireNonNull(at, "at");
        }

        /**
         * The host that the client wanted.
         *
         * @param host a name or an address
         * @return this
         */
        public Builder serverName(ServerName host) {
            serverName = Objects.requireNonNull(host, "host");
            return this;
        }

        /**
         * The handshake.
         *
         * @param seen the observation
         * @return this
         */
        public Builder handshake(Handshake seen) {
            handshake = Objects.requireNonNull(seen, "seen");
            return this;
        }

        /**
         * The chain, and what it is worth.
         *
         * @param presented the certificates as sent
         * @param report the evaluation of that chain
         * @return this
         */
        public Builder chain(CertificateChain presented, TrustReport report) {
            chain = Objects.requireNonNull(presented, "presented");
            trust = Objects.requireNonNull(report, "report");
            return this;
        }

        /**
         * The products named.
         *
         * @param matches the strongest first
         * @return this
         */
        public Builder products(List<ProductMatch> matches) {
            products = List.copyOf(matches);
            return this;
        }

        /**
         * What the logs say.
         *
         * @param report of the chain's leaf
         * @return this
         */
        public Builder transparency(TransparencyReport report) {
            transparency = Objects.requireNonNull(report, "report");
            return this;
        }

        /**
         * The engines and tools whose certificates look like the leaf.
         *
         * @param matches the most alike first
         * @return this
         */
        public Builder engines(List<EngineMatch> matches) {
            engines = List.copyOf(matches);
            return this;
        }

        /**
         * What the other connections of the capture show.
         *
         * @param others what they share
         * @return this
         */
        public Builder surroundings(Surroundings others) {
            surroundings = Objects.requireNonNull(others, "others");
            return this;
        }

        /**
         * What the pins for the host say of the chain.
         *
         * @param sighting where the pinned keys are
         * @return this
         */
        public Builder pins(PinSighting sighting) {
            pins = Objects.requireNonNull(sighting, "sighting");
            return this;
        }

        /**
         * Kinds of evidence that must not be looked at.
         *
         * @param kinds the kinds; none unless set
         * @return this
         */
        public Builder withhold(Set<EvidenceKind> kinds) {
            withheld = Set.copyOf(kinds);
            return this;
        }

        /**
         * Another view of the same host. One that is intercepted itself is not kept.
         *
         * @param view the other connection or chain
         * @param standing what it is worth
         * @return this
         * @throws IllegalArgumentException if the standing says that there is no other view
         */
        public Builder reference(Observation view, ReferenceStanding standing) {
            Objects.requireNonNull(view, "view");
            if (standing == ReferenceStanding.NONE || standing == ReferenceStanding.MISSING) {
                throw new IllegalArgumentException("standing of a reference that is there: " + standing);
            }
            referenceStanding = Objects.requireNonNull(standing, "standing");
            reference = standing == ReferenceStanding.INTERCEPTED ? null : view;
            return this;
        }

        /**
         * Says that a reference was given, and that it does not hold this host.
         *
         * @return this
         */
        public Builder referenceMissing() {
            referenceStanding = ReferenceStanding.MISSING;
            reference = null;
            return this;
        }

        /**
         * What was collected.
         *
         * @return an immutable observation
         */
        public Observation build() {
            return new Observation(this);
        }
    }
}
