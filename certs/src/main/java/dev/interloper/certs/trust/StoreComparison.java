package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of several stores have an anchor's key: so that "trusted by the system but not by this JVM" can be told.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class StoreComparison {
    private final PublicKeyHash keyHash;
    private final List<AnchorSet> having;
    private final List<AnchorSet> lacking;

    private StoreComparison(PublicKeyHash keyHash, Collection<AnchorSet> stores) {
        this.keyHash = keyHash;
        this.having = stores.stream().filter(s -> s.contains(keyHash)).toList();
        this.lacking = stores.stream().filter(s -> !s.contains(keyHash)).toList();
    }

    /**
     * Looks for an anchor's key.
     *
     * @param anchor the anchor; not null
     * @param stores where to look, such as {@link SystemAnchors#found}; not null, and no element null
     * @return who has it
     */
    public static StoreComparison of(Anchor anchor, Collection<AnchorSet> stores) {
        return of(anchor.keyHash(), stores);
    }

    /**
     * Looks for a key.
     *
     * @param keyHash the hash of the key; not null
     * @param stores where to look; not null, and no element null
     * @return who has it
     */
    public static StoreComparison of(PublicKeyHash keyHash, Collection<AnchorSet> stores) {
        return new StoreComparison(keyHash, List.copyOf(stores));
    }

    /**
     * The key that was looked for.
     *
     * @return its hash
     */
    public PublicKeyHash keyHash() {
        return keyHash;
    }

    /**
     * The stores that have the key.
     *
     * @return an unmodifiable list, in the order given
     */
    public List<AnchorSet> having() {
        return having;
    }

    /**
     * The stores that do not have it.
     *
     * @return an unmodifiable list, in the order given
     */
    public List<AnchorSet> lacking() {
        return lacking;
    }

    /**
     * Whether one store lacks the key which another one has.
     *
     * @param store the store, by its label, such as that of this JVM; not null
     * @return true if that store was compared and lacks it, and any other has it
     */
    public boolean onlyElsewhereThan(AnchorSet store) {
        String label = store.label();
        return !having.isEmpty() && lacking.stream().anyMatch(s -> s.label().equals(label));
    }

    /** One sentence. */
    @Override
    public String toString() {
        return "The key " + keyHash + " is in " + labels(having) + ", and not in " + labels(lacking) + ".";
    }

    private static String labels(List<AnchorSet> stores) {
        return stores.isEmpty()
                ? "none of the stores"
                : stores.stream().map(AnchorSet::label).collect(Collectors.joining(", "));
    }
}
