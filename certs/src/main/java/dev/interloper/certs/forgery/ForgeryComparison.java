package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A leaf beside the origin's own: what was copied, what was changed, what was left out.
 *
 * <p>Nothing is judged: a renewed certificate differs in serial, validity and key too, but not in its issuer's key.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ForgeryComparison {
    /**
     * How the issuers of both leaves hang together.
     *
     * @since 0.1
     */
    public enum IssuerTie {
        /** Another name. */
        OTHER_NAME,
        /** The same name, and the genuine issuer's key made the signature. */
        SAME_KEY,
        /** The same name, and the genuine issuer's key did not make the signature: an imitation. */
        SAME_NAME_OTHER_KEY,
        /** The same name; the genuine issuer's certificate is not at hand to check the signature. */
        SAME_NAME_UNCHECKED
    }

    /** Bits that may differ below a copied serial number; engines that were measured change 32 or 33. */
    private static final int LOW_BITS = 40;

    /** A serial number below this is too short for its upper bits to be more than chance. */
    private static final int LONG_SERIAL = 80;

    private final ForgePrint seen;
    private final ForgePrint reference;
    private final IssuerTie issuerTie;
    private final Map<LeafField, Fate> fates;

    private ForgeryComparison(ForgePrint seen, ForgePrint reference, IssuerTie issuerTie) {
        this.seen = seen;
        this.reference = reference;
        this.issuerTie = issuerTie;
        Map<LeafField, Fate> found = new EnumMap<>(LeafField.class);
        for (LeafField field : LeafField.values()) {
            found.put(field, Fates.of(field, seen, reference));
        }
        this.fates = Collections.unmodifiableMap(found);
    }

    /**
     * Compares two chains' leaves.
     *
     * @param seen the chain that was presented; not null
     * @param reference the chain that the origin itself presents; not null
     * @return the comparison; empty when one of them has no readable leaf
     */
    public static Optional<ForgeryComparison> of(CertificateChain seen, CertificateChain reference) {
        Objects.requireNonNull(reference, "reference");
        Optional<ForgePrint> left = ForgePrint.of(seen);
        Optional<ForgePrint> right = ForgePrint.of(reference);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        IssuerTie tie = Fates.issuerTie(left.get().leaf(), right.get().leaf(), reference);
        return Optional.of(new ForgeryComparison(left.get(), right.get(), tie));
    }

    /**
     * What became of each field.
     *
     * @return an unmodifiable map with every field
     */
    public Map<LeafField, Fate> fates() {
        return fates;
    }

    /**
     * The fields with one fate.
     *
     * @param fate which; not null
     * @return an unmodifiable list, in the order of the certificate
     */
    public List<LeafField> fields(Fate fate) {
        return fates.entrySet().stream()
                .filter(e -> e.getValue() == fate)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether both are the same certificate.
     *
     * @return true if so
     */
    public boolean sameCertificate() {
        return seen.leaf().equals(reference.leaf());
    }

    /**
     * Whether both have the same public key.
     *
     * @return true if so
     */
    public boolean sameKey() {
        return seen.keyHash().equals(reference.keyHash());
    }

    /**
     * Whether the key is of another kind or size than the origin's.
     *
     * @return true if so
     */
    public boolean otherKindOfKey() {
        return !seen.keyAlgorithm().equals(reference.keyAlgorithm()) || seen.keyBits() != reference.keyBits();
    }

    /**
     * How many low bits of the origin's serial number were changed, if all above were kept.
     *
     * @return at most 40; 0 for the same number; empty when the numbers have nothing to do with each other, or are
     *     shorter than 80 bits
     */
    public OptionalInt changedSerialBits() {
        BigInteger ours = seen.serial().value();
        BigInteger theirs = reference.serial().value();
        int differing = ours.xor(theirs).bitLength();
        boolean related = ours.signum() == theirs.signum()
                && (differing == 0 || (differing <= LOW_BITS && theirs.bitLength() >= LONG_SERIAL));
        return related ? OptionalInt.of(differing) : OptionalInt.empty();
    }

    /**
     * Whether both ends of the validity are the origin's.
     *
     * @return true if so, to the second
     */
    public boolean validityCopied() {
        return fates.get(LeafField.NOT_BEFORE) == Fate.KEPT && fates.get(LeafField.NOT_AFTER) == Fate.KEPT;
    }

    /**
     * How far the beginning of the validity was moved.
     *
     * @return from the origin's notBefore to the one seen; negative when it is earlier
     */
    public Duration notBeforeShift() {
        return Duration.between(reference.notBefore(), seen.notBefore());
    }

    /**
     * How the issuers hang together.
     *
     * @return the tie
     */
    public IssuerTie issuerTie() {
        return issuerTie;
    }

    /** The fields by their fates. */
    @Override
    public String toString() {
        return "kept " + fields(Fate.KEPT) + ", rewritten " + fields(Fate.REWRITTEN) + ", changed "
                + fields(Fate.CHANGED) + ", dropped " + fields(Fate.DROPPED) + ", added " + fields(Fate.ADDED);
    }
}
