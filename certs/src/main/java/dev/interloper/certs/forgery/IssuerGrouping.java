package dev.interloper.certs.forgery;

import dev.interloper.certs.forgery.SharedTrait.Kind;
import dev.interloper.certs.internal.Hashes;
import dev.interloper.certs.name.HostnameMatcher;
import dev.interloper.certs.name.ServerName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What many leaves show together and none alone: one key or issuer over unrelated hosts, serial numbers that repeat or
 * count, hosts whose leaf changes.
 *
 * <p>Nothing is judged. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class IssuerGrouping {
    /** Sightings that are looked at; a capture with more shows nothing more. */
    private static final int MAX = 100_000;

    /** Numbers that far apart count as the next one; an engine gives some to leaves that were not seen. */
    private static final BigInteger STEP = BigInteger.valueOf(64);

    /** Fewer numbers in a row are chance. */
    private static final int SEQUENCE = 3;

    private final List<Sighting> sightings;
    private final Function<ServerName, String> registrableDomain;
    private final List<SharedTrait> traits;

    private IssuerGrouping(Collection<Sighting> sightings, Function<ServerName, String> registrableDomain) {
        this.sightings = sightings.stream().limit(MAX).toList();
        this.registrableDomain = registrableDomain;
        this.traits = List.copyOf(findTraits());
    }

    /**
     * Groups leaves; the registrable domain of a host is guessed from the length of its labels.
     *
     * @param sightings what was seen, in its order; not null; the first 100,000 count
     * @return the groups
     */
    public static IssuerGrouping of(Collection<Sighting> sightings) {
        return of(sightings, Domains::guess);
    }

    /**
     * Groups leaves.
     *
     * @param sightings what was seen, in its order; not null; the first 100,000 count
     * @param registrableDomain tells under which domain a host is registered, by the Public Suffix List; not null
     * @return the groups
     */
    public static IssuerGrouping of(Collection<Sighting> sightings, Function<ServerName, String> registrableDomain) {
        return new IssuerGrouping(sightings, Objects.requireNonNull(registrableDomain, "registrableDomain"));
    }

    private List<SharedTrait> findTraits() {
        List<SharedTrait> found = new ArrayList<>();
        by(s -> fingerprint(s.print())).forEach((hash, group) -> {
            boolean named = group.stream().allMatch(s -> covers(s.print(), s.host()));
            add(found, Kind.CERTIFICATE, hash, group, !named && domains(group) > 1);
        });
        by(s -> s.print().keyHash().toString())
                .forEach((key, group) ->
                        add(found, Kind.KEY, key, group, certificates(group) > 1 && domains(group) > 1));
        by(s -> issuer(s.print())).forEach((issuer, group) -> {
            add(found, Kind.ISSUER, issuer, group, domains(group) > 1);
            sequences(issuer, group, found);
        });
        by(s -> issuer(s.print()) + " " + s.print().serial().value().toString(16))
                .forEach((serial, group) -> add(found, Kind.SERIAL, serial, group, certificates(group) > 1));
        by(s -> HexFormat.of().formatHex(KeyIdentifiers.subjectKeyId(s.print().der())))
                .forEach((id, group) -> add(
                        found, Kind.SUBJECT_KEY_ID, id, group, !id.isEmpty() && count(group, p -> p.keyHash()) > 1));
        return found;
    }

    private Map<String, List<Sighting>> by(Function<Sighting, String> trait) {
        return sightings.stream().collect(Collectors.groupingBy(trait, LinkedHashMap::new, Collectors.toList()));
    }

    private void add(List<SharedTrait> found, Kind kind, String value, List<Sighting> group, boolean shared) {
        if (shared) {
            found.add(new SharedTrait(kind, value, hosts(group), domains(group), certificates(group)));
        }
    }

    /** Runs of numbers under one issuer, each little above the one before. */
    private void sequences(String issuer, List<Sighting> group, List<SharedTrait> found) {
        Map<BigInteger, List<Sighting>> bySerial = group.stream()
                .collect(Collectors.groupingBy(s -> s.print().serial().value()));
        List<BigInteger> serials = bySerial.keySet().stream().sorted().toList();
        int from = 0;
        for (int i = 1; i <= serials.size(); i++) {
            boolean next = i < serials.size()
                    && serials.get(i).subtract(serials.get(i - 1)).compareTo(STEP) <= 0;
            if (!next) {
                List<BigInteger> run = serials.subList(from, i);
                List<Sighting> members = run.stream()
                        .flatMap(n -> bySerial.getOrDefault(n, List.of()).stream())
                        .toList();
                add(found, Kind.SERIAL_SEQUENCE, issuer, members, run.size() >= SEQUENCE);
                from = i;
            }
        }
    }

    private static boolean covers(ForgePrint print, ServerName host) {
        return HostnameMatcher.match(print.leaf(), host).matched();
    }

    private static String issuer(ForgePrint print) {
        return print.leaf().getIssuerX500Principal().getName();
    }

    private static String fingerprint(ForgePrint print) {
        return HexFormat.of().formatHex(Hashes.sha256(print.der().encoded()));
    }

    private static int count(List<Sighting> group, Function<ForgePrint, Object> what) {
        Set<Object> distinct = new HashSet<>();
        group.forEach(s -> distinct.add(what.apply(s.print())));
        return distinct.size();
    }

    private static int certificates(List<Sighting> group) {
        return count(group, ForgePrint::leaf);
    }

    private static List<ServerName> hosts(List<Sighting> group) {
        Set<ServerName> hosts = new LinkedHashSet<>();
        group.forEach(s -> hosts.add(s.host()));
        return List.copyOf(hosts);
    }

    private int domains(List<Sighting> group) {
        return hosts(group).stream()
                .map(registrableDomain)
                .collect(Collectors.toSet())
                .size();
    }

    /**
     * What different leaves share.
     *
     * @return an unmodifiable list
     */
    public List<SharedTrait> shared() {
        return traits;
    }

    /**
     * What different leaves share of one kind.
     *
     * @param kind which; not null
     * @return an unmodifiable list
     */
    public List<SharedTrait> shared(Kind kind) {
        return traits.stream().filter(t -> t.kind() == kind).toList();
    }

    /**
     * The hosts for which more than one leaf was presented.
     *
     * @return an unmodifiable list, in the order of their first sighting
     */
    public List<HostHistory> changedHosts() {
        return by(s -> s.host().toString()).values().stream()
                .map(group -> new HostHistory(
                        group.get(0).host(),
                        certificates(group),
                        count(group, ForgePrint::keyHash),
                        count(group, IssuerGrouping::issuer),
                        count(group, p -> p.serial().value())))
                .filter(history -> history.certificates() > 1)
                .toList();
    }

    /**
     * How many registrable domains were seen.
     *
     * @return the number
     */
    public int domains() {
        return domains(sightings);
    }

    /**
     * How many issuers' names were seen.
     *
     * @return the number
     */
    public int issuers() {
        return count(sightings, IssuerGrouping::issuer);
    }

    /**
     * The share of the domains that the most frequent issuer has: near one when a whole capture went through one engine.
     *
     * @return 0 to 1; 0 when nothing was seen
     */
    public double largestIssuerShare() {
        int all = domains();
        int most = by(s -> issuer(s.print())).values().stream()
                .mapToInt(this::domains)
                .max()
                .orElse(0);
        return all == 0 ? 0 : (double) most / all;
    }

    /** How many of what. */
    @Override
    public String toString() {
        return sightings.size() + " leaves for " + domains() + " domains by " + issuers() + " issuers; shared "
                + traits;
    }
}
