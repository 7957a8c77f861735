package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * A named set of anchors: the public roots, the roots of a company, the contents of a store.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class AnchorSet {
    private final String label;
    private final List<Anchor> anchors;
    private final Map<X500Principal, List<Anchor>> bySubject;
    private final Map<PublicKeyHash, Listing> listings;
    private final Optional<LocalDate> date;

    AnchorSet(
            String label, Collection<Anchor> anchors, Map<PublicKeyHash, Listing> listings, Optional<LocalDate> date) {
        this.label = Objects.requireNonNull(label, "label");
        this.anchors = List.copyOf(new LinkedHashSet<>(anchors));
        this.bySubject = Map.copyOf(
                this.anchors.stream().collect(Collectors.groupingBy(Anchor::subject, Collectors.toUnmodifiableList())));
        this.listings = Map.copyOf(listings);
        this.date = date;
    }

    /**
     * The roots of the public programmes, from the table that comes with the library.
     *
     * <p>The table knows the key hashes of current and of past roots, and for the current ones name and key too. It is
     * read at the first call.
     *
     * @return the set, always the same one
     * @throws IllegalStateException if the table is damaged
     */
    public static AnchorSet bundledPublicRoots() {
        return PublicRootsTable.bundled();
    }

    /**
     * A set of certificates.
     *
     * @param label the set's name, for findings and reports; not null
     * @param certificates the anchors; not null, and no element null
     * @return the set
     */
    public static AnchorSet of(String label, Collection<X509Certificate> certificates) {
        Objects.requireNonNull(label, "label");
        return ofAnchors(
                label, certificates.stream().map(c -> Anchor.of(label, c)).toList());
    }

    static AnchorSet ofAnchors(String label, List<Anchor> anchors) {
        Map<PublicKeyHash, Listing> listings = anchors.stream()
                .map(Anchor::keyHash)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), h -> Listing.CURRENT));
        return new AnchorSet(label, anchors, listings, Optional.empty());
    }

    /**
     * A set without anchors.
     *
     * @param label the set's name; not null
     * @return the set
     */
    public static AnchorSet empty(String label) {
        return new AnchorSet(label, List.of(), Map.of(), Optional.empty());
    }

    /**
     * Reads the certificates of a PEM file; whatever else is in the file is passed over.
     *
     * @param label the set's name; not null
     * @param file the file; not null
     * @return the set
     * @throws PemException if no certificate is in it, or one is damaged
     * @throws IOException if the file cannot be read
     */
    public static AnchorSet fromPem(String label, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(label, PemCertificates.read(file.toString(), in));
        }
    }

    /**
     * Reads the certificates of a PEM stream; whatever else is in it is passed over.
     *
     * @param label the set's name, which errors mention too; not null
     * @param in the stream; read to its end, not closed; not null
     * @return the set
     * @throws PemException if no certificate is in it, or one is damaged
     * @throws IOException if the stream cannot be read
     */
    public static AnchorSet fromPem(String label, InputStream in) throws IOException {
        return of(label, PemCertificates.read(label, in));
    }

    /**
     * The set's name.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * The anchors in which a path can end.
     *
     * @return an unmodifiable list without duplicates; for the bundled table, those whose key is known and not only its
     *     hash
     */
    public List<Anchor> anchors() {
        return anchors;
    }

    /**
     * How many keys the set knows, by hash at least.
     *
     * @return the number
     */
    public int size() {
        return listings.size();
    }

    /**
     * The date of the lists that the set was made from.
     *
     * @return the date of the bundled table; empty for other sets
     */
    public Optional<LocalDate> date() {
        return date;
    }

    /**
     * The class that this set, used as the public roots, gives a key.
     *
     * @param keyHash the hash of the key; not null
     * @return one of the public classes; empty when the set does not know the key
     */
    public Optional<AnchorClass> anchorClass(PublicKeyHash keyHash) {
        return listing(keyHash).map(Listing::anchorClass);
    }

    /**
     * Whether the set knows a key, by its hash at least, whatever it says about it.
     *
     * @param keyHash the hash of the key; not null
     * @return true if it does
     */
    public boolean contains(PublicKeyHash keyHash) {
        return listings.containsKey(keyHash);
    }

    Optional<Listing> listing(PublicKeyHash keyHash) {
        return Optional.ofNullable(listings.get(keyHash));
    }

    List<Anchor> withSubject(X500Principal subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** The label and the number of keys. */
    @Override
    public String toString() {
        return label + " (" + size() + " keys)";
    }
}
