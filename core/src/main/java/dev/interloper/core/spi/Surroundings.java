package dev.interloper.core.spi;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.HostHistory;
import dev.interloper.certs.forgery.IssuerGrouping;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.forgery.Sighting;
import dev.interloper.certs.name.HostnameMatcher;
import dev.interloper.certs.name.PublicSuffixes;
import dev.interloper.certs.name.ServerName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the other connections of the same capture show: which leaves of different hosts share an issuer, a key or a serial number,
 * and which hosts presented more than one leaf. Does not depend on the connections' order. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Surroundings {

    /** Leaves of one host that are kept; an engine that mints for each connection shows nothing more with more of them. */
    private static final int MAX_LEAVES = 64;

    /** Those with timestamps first, so that many minted ones do not crowd them out. */
    private static final Comparator<ForgePrint> ORDER = Comparator.comparing(
                    (ForgePrint leaf) -> !leaf.hasEmbeddedScts())
            .thenComparing(leaf -> leaf.issuer().rfc2253())
            .thenComparing(leaf -> leaf.serial().value())
            .thenComparing(leaf -> leaf.keyHash().toString())
            .thenComparing(ForgePrint::notBefore)
            .thenComparing(ForgePrint::notAfter);

    private final IssuerGrouping grouping;
    private final Map<ServerName, List<ForgePrint>> changing;
    private final @Nullable ForgePrint canary;

    private Surroundings(
            IssuerGrouping grouping, Map<ServerName, List<ForgePrint>> changing, @Nullable ForgePrint canary) {
        this.grouping = grouping;
        this.changing = changing;
        this.canary = canary;
    }

    /**
     * Brings leaves together.
     *
     * @param sightings hosts of the public DNS with the leaves that were presented for them
     * @return what they share
     */
    public static Surroundings of(Collection<Sighting> sightings) {
        IssuerGrouping grouping = IssuerGrouping.of(sightings, Surroundings::registrableDomain);
        Set<ServerName> changed =
                grouping.changedHosts().stream().map(HostHistory::host).collect(Collectors.toSet());
        Map<ServerName, List<ForgePrint>> changing = sightings.stream()
                .filter(sighting -> changed.contains(sighting.host()) && isNamed(sighting))
                .collect(Collectors.groupingBy(
                        Sighting::host,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Sighting::print, Collectors.toList()), Surroundings::inOrder)));
        return new Surroundings(grouping, changing, null);
    }

    /**
     * The same with what was shown for a name that does not exist.
     *
     * @param minted a leaf that names it
     * @return other surroundings
     */
    public Surroundings withCanary(ForgePrint minted) {
        return new Surroundings(grouping, changing, Objects.requireNonNull(minted, "minted"));
    }

    /**
     * The leaf that was shown for a name that does not exist, and names it.
     *
     * @return empty if no such name was asked for, or nobody made a certificate for it
     */
    public Optional<ForgePrint> canary() {
        return Optional.ofNullable(canary);
    }

    private static String registrableDomain(ServerName host) {
        return PublicSuffixes.bundled().registrableDomain(host.normalized()).orElse(host.normalized());
    }

    private static boolean isNamed(Sighting sighting) {
        return sighting.print().subjectAltNames().names().stream()
                .anyMatch(name -> HostnameMatcher.matches(name, sighting.host()));
    }

    private static List<ForgePrint> inOrder(List<ForgePrint> leaves) {
        return leaves.stream().sorted(ORDER).limit(MAX_LEAVES).toList();
    }

    /**
     * How many registrable domains were seen.
     *
     * @return the number
     */
    public int domains() {
        return grouping.domains();
    }

    /**
     * What a leaf shares with leaves of other hosts.
     *
     * @param kind what is shared
     * @param host the host that the leaf was presented for
     * @param leaf the leaf
     * @return the trait; empty if it is the leaf's own
     */
    public Optional<SharedTrait> shared(SharedTrait.Kind kind, ServerName host, ForgePrint leaf) {
        return grouping.shared(kind).stream()
                .filter(trait -> trait.hosts().contains(host))
                .filter(trait -> switch (kind) {
                    case ISSUER -> trait.value().equals(leaf.issuer().rfc2253());
                    case KEY -> trait.value().equals(leaf.keyHash().toString());
                    case SERIAL ->
                        trait.value()
                                .equals(leaf.issuer().rfc2253() + " "
                                        + leaf.serial().value().toString(16));
                    case CERTIFICATE, SERIAL_SEQUENCE, SUBJECT_KEY_ID -> true;
                })
                .findFirst();
    }

    /**
     * The other leaves that were presented for a host and name it: renewed ones, those of other machines, minted ones.
     *
     * @param host the host that the leaf was presented for
     * @param leaf the leaf
     * @return in an order of their own; empty if the host presented no other; 64 at most
     */
    public List<ForgePrint> otherLeaves(ServerName host, ForgePrint leaf) {
        return changing.getOrDefault(host, List.of()).stream()
                .filter(other -> ORDER.compare(other, leaf) != 0)
                .toList();
    }
}
