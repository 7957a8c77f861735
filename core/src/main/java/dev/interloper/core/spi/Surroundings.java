package dev.interloper.core.spi;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.IssuerGrouping;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.forgery.Sighting;
import dev.interloper.certs.name.PublicSuffixes;
import dev.interloper.certs.name.ServerName;
import java.util.Collection;
import java.util.Optional;

/**
 * What the other connections of the same capture show: which leaves of different hosts share an issuer, a key or a serial number.
 * Does not depend on the connections' order. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Surroundings {

    private final IssuerGrouping grouping;

    private Surroundings(IssuerGrouping grouping) {
        this.grouping = grouping;
    }

    /**
     * Brings leaves together.
     *
     * @param sightings hosts of the public DNS with the leaves that were presented for them
     * @return what they share
     */
    public static Surroundings of(Collection<Sighting> sightings) {
        return new Surroundings(IssuerGrouping.of(sightings, Surroundings::registrableDomain));
    }

    private static String registrableDomain(ServerName host) {
        return PublicSuffixes.bundled().registrableDomain(host.normalized()).orElse(host.normalized());
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
                .filter(trait -> kind != SharedTrait.Kind.ISSUER
                        || trait.value().equals(leaf.issuer().rfc2253()))
                .filter(trait -> kind != SharedTrait.Kind.KEY
                        || trait.value().equals(leaf.keyHash().toString()))
                .filter(trait -> kind != SharedTrait.Kind.SERIAL
                        || trait.value()
                                .equals(leaf.issuer().rfc2253() + " "
                                        + leaf.serial().value().toString(16)))
                .findFirst();
    }
}
