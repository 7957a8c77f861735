package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** A revocation list, complete or delta (RFC 5280 5.1). */
public final class Crl {
    private static final int EXTENSIONS = 0xa0;
    private static final int MAX_EXTENSIONS = 64;

    /** Longest number that is read; RFC 5280 5.2.3 allows 20 octets. */
    private static final int MAX_NUMBER = 128;

    private static final String NUMBER = "2.5.29.20";
    private static final String DELTA_INDICATOR = "2.5.29.27";
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final Set<String> KNOWN = Set.of(
            NUMBER,
            DELTA_INDICATOR,
            ISSUING_DISTRIBUTION_POINT,
            Oids.AUTHORITY_KEY_ID,
            "2.5.29.18",
            "2.5.29.46",
            Oids.AUTHORITY_INFO_ACCESS);

    private final SignedBytes signed;
    private final X500Principal issuer;
    private final Instant thisUpdate;
    private final Optional<Instant> nextUpdate;
    private final CrlEntries entries;
    private final List<RawExtension> extensions;
    private final Optional<BigInteger> number;
    private final Optional<BigInteger> base;
    private final Optional<IssuingDistributionPoint> scope;

    private Crl(byte[] der, int maxEntries) throws DerException {
        DerCursor whole = DerCursor.over(der);
        DerCursor structure = whole.enter(DerCursor.SEQUENCE);
        signed = SignedBytes.read(structure);
        if (structure.hasMore() || whole.hasMore()) {
            throw new DerException(0, "octets after the signature");
        }
        DerCursor list = signed.content();
        if (list.peekTag() == DerCursor.INTEGER) {
            list.enter();
        }
        if (!signed.hasAlgorithm(list.element())) {
            throw new DerException(0, "two different signature algorithms");
        }
        issuer = GeneralName.principal(list.element());
        thisUpdate = DerTime.read(list);
        nextUpdate = DerTime.isNext(list) ? Optional.of(DerTime.read(list)) : Optional.empty();
        byte[] encoded = list.peekTag() == DerCursor.SEQUENCE ? list.enter().rest() : new byte[0];
        entries = new CrlEntries(encoded, issuer, maxEntries);
        extensions =
                list.hasMore() ? List.copyOf(RawExtension.readAll(list.enter(EXTENSIONS), MAX_EXTENSIONS)) : List.of();
        number = number(NUMBER);
        base = number(DELTA_INDICATOR);
        Optional<RawExtension> point = extension(ISSUING_DISTRIBUTION_POINT);
        scope = point.isPresent()
                ? Optional.of(IssuingDistributionPoint.read(point.get().value()))
                : Optional.empty();
    }

    /** Reads exactly one list, which is {@link #truncated} when it has more entries than the number given. */
    public static Crl parse(byte[] der, int maxEntries) throws DerException {
        return new Crl(der, maxEntries);
    }

    private Optional<BigInteger> number(String oid) throws DerException {
        Optional<RawExtension> extension = extension(oid);
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        byte[] octets = extension.get().value().enter(DerCursor.INTEGER).rest();
        if (octets.length == 0 || octets.length > MAX_NUMBER) {
            throw new DerException(0, "a number of " + octets.length + " octets");
        }
        return Optional.of(new BigInteger(octets));
    }

    private Optional<RawExtension> extension(String oid) {
        return extensions.stream().filter(e -> e.oid().equals(oid)).findFirst();
    }

    public SignedBytes signed() {
        return signed;
    }

    public X500Principal issuer() {
        return issuer;
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Optional<Instant> nextUpdate() {
        return nextUpdate;
    }

    public int size() {
        return entries.count();
    }

    /** Whether it has more entries than were to be read, and so says nothing of any certificate. */
    public boolean truncated() {
        return entries.truncated();
    }

    public Optional<BigInteger> number() {
        return number;
    }

    public boolean numberIsCritical() {
        return extension(NUMBER).map(RawExtension::critical).orElse(false);
    }

    public Optional<IssuingDistributionPoint> scope() {
        return scope;
    }

    public boolean isDelta() {
        return base.isPresent();
    }

    /** Whether this delta brings that complete list up to date (RFC 5280 5.2.4, 6.3.3 (c)). */
    public boolean updates(Crl complete) {
        return base.isPresent()
                && number.isPresent()
                && complete.number.isPresent()
                && issuer.equals(complete.issuer)
                && same(ISSUING_DISTRIBUTION_POINT, complete)
                && same(Oids.AUTHORITY_KEY_ID, complete)
                && complete.number.get().compareTo(base.get()) >= 0
                && complete.number.get().compareTo(number.get()) < 0;
    }

    private boolean same(String oid, Crl other) {
        return Arrays.equals(
                extension(oid).map(RawExtension::octets).orElse(null),
                other.extension(oid).map(RawExtension::octets).orElse(null));
    }

    /** The critical extension, of the list or an entry, for which the list may not be used. */
    public Optional<String> unknownCritical() {
        return extensions.stream()
                .filter(e -> e.critical() && !KNOWN.contains(e.oid()))
                .map(RawExtension::oid)
                .findFirst()
                .or(entries::unknownCritical);
    }

    /** What the list says of a certificate; empty when it does not name it. */
    public Optional<CrlEntry> find(X500Principal certificateIssuer, BigInteger serial) {
        try {
            return entries.find(certificateIssuer, serial);
        } catch (DerException e) {
            throw new IllegalStateException("entries were read before", e);
        }
    }
}
