package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.KeyStrength;
import dev.interloper.certs.internal.Locations;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.name.SubjectAltNames;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The marks that a minting engine leaves in a leaf and its chain, as values.
 *
 * <p>Nothing is judged here: each mark also occurs in honest certificates, some in nearly none. Text is as in the
 * certificate, untrusted. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ForgePrint {
    private final X509Certificate leaf;
    private final LeafDer der;
    private final KeyTies ties;
    private final KeyStrength key;
    private final SerialShape serial;
    private final List<String> extensionOids;
    private final ChainShape chainShape;
    private final Optional<Instant> seenAt;
    private final Lazy<PublicKeyHash> keyHash;
    private final Lazy<KeyIdentifiers> keyIdentifiers;
    private final Lazy<ForgeShape> shape;

    private ForgePrint(X509Certificate leaf, CertificateChain chain, Optional<Instant> seenAt) {
        this.leaf = leaf;
        this.der = LeafDer.of(leaf);
        this.ties = new KeyTies(leaf, chain);
        this.key = KeyStrength.of(leaf.getPublicKey());
        this.serial = SerialShape.of(leaf.getSerialNumber(), notBefore(), seenAt.orElse(notBefore()));
        this.extensionOids = der.extensions().stream().map(LeafExtension::oid).toList();
        this.chainShape = shape(leaf, chain);
        this.seenAt = seenAt;
        this.keyHash = new Lazy<>(() -> PublicKeyHash.of(leaf));
        this.keyIdentifiers =
                new Lazy<>(() -> KeyIdentifiers.of(der, ties.issuer().map(LeafDer::of)));
        this.shape = new Lazy<>(() -> ShapeReader.read(this));
    }

    /**
     * Takes the print of a chain's leaf. Without a moment nothing is said about how the validity lies against the clock.
     *
     * @param chain the chain as presented; not null
     * @return the print; empty when the chain has no readable leaf
     */
    public static Optional<ForgePrint> of(CertificateChain chain) {
        return chain.leaf().map(leaf -> new ForgePrint(leaf, chain, Optional.empty()));
    }

    /**
     * Takes the print of a chain's leaf, knowing when it was presented.
     *
     * @param chain the chain as presented; not null
     * @param seenAt when it was; not null
     * @return the print; empty when the chain has no readable leaf
     */
    public static Optional<ForgePrint> of(CertificateChain chain, Instant seenAt) {
        Optional<Instant> moment = Optional.of(seenAt);
        return chain.leaf().map(leaf -> new ForgePrint(leaf, chain, moment));
    }

    /**
     * The print without what depends on the host: what to compare, and to keep.
     *
     * @return the shape
     */
    public ForgeShape shape() {
        return shape.get();
    }

    /**
     * How alike the shapes of two prints are.
     *
     * @param other the other print; not null
     * @return 0 to 1
     * @see ForgeShape#similarity
     */
    public double similarity(ForgePrint other) {
        return shape().similarity(other.shape());
    }

    /**
     * Where the shapes of two prints differ, what counts most first.
     *
     * @param other the other print; not null
     * @return an unmodifiable list
     */
    public List<FeatureDifference> differences(ForgePrint other) {
        return shape().differences(other.shape());
    }

    private static ChainShape shape(X509Certificate leaf, CertificateChain chain) {
        List<X509Certificate> sent = chain.certificates();
        int duplicates = sent.size() - new HashSet<>(sent).size();
        boolean root = sent.stream().anyMatch(c -> !c.equals(leaf) && KeyTies.selfIssued(c));
        return new ChainShape(chain.size(), chain.unreadable().size(), duplicates, root);
    }

    /**
     * Whether the leaf has the key of its issuer: the issuer's certificate was sent and shows it, or the leaf's
     * signature verifies under the leaf's own key.
     *
     * @return true if so; false for a leaf that names itself as its issuer
     */
    public boolean leafKeyEqualsIssuerKey() {
        return ties.leafKeyEqualsIssuerKey();
    }

    /**
     * Whether the authority key identifier is made of the leaf's own key although another name issued it.
     *
     * @return true if so; false for a leaf that names itself as its issuer
     */
    public boolean authorityKeyIdIsOwnKey() {
        return !ties.selfIssued() && keyIdentifiers().authority() == KeyIdentifiers.Target.OWN;
    }

    /**
     * Whether the authority key identifier names the issuer's issuer and serial number too.
     *
     * @return true if both are there (RFC 5280 4.2.1.1)
     */
    public boolean authorityKeyIdHasIssuerAndSerial() {
        return keyIdentifiers().authorityIssuerAndSerial();
    }

    /**
     * How both key identifiers were made and what the authority's points to.
     *
     * @return the identifiers' looks
     */
    public KeyIdentifiers keyIdentifiers() {
        return keyIdentifiers.get();
    }

    /**
     * Whether the leaf names itself as its issuer and its signature verifies under its own key.
     *
     * @return true if so
     */
    public boolean selfSigned() {
        return ties.selfSigned();
    }

    /**
     * Whether the leaf carries signed certificate timestamps; they are not verified here.
     *
     * @return true if the extension is there (RFC 6962 3.3)
     */
    public boolean hasEmbeddedScts() {
        return has(Oids.EMBEDDED_SCTS);
    }

    /**
     * Whether the leaf says where its issuer and its status are to be had.
     *
     * @return true if authority information access is there (RFC 5280 4.2.2.1)
     */
    public boolean hasAuthorityInfoAccess() {
        return has(Oids.AUTHORITY_INFO_ACCESS);
    }

    /**
     * Whether the leaf says where revocation lists are to be had.
     *
     * @return true if CRL distribution points are there (RFC 5280 4.2.1.13)
     */
    public boolean hasCrlDistributionPoints() {
        return has(Oids.CRL_DISTRIBUTION_POINTS);
    }

    /**
     * Whether the leaf names the policies it was issued under, as public authorities have to.
     *
     * @return true if certificate policies are there (RFC 5280 4.2.1.4)
     */
    public boolean hasCertificatePolicies() {
        return has(Oids.CERTIFICATE_POLICIES);
    }

    /**
     * Whether the leaf has a subject key identifier.
     *
     * @return true if it is there (RFC 5280 4.2.1.2)
     */
    public boolean hasSubjectKeyId() {
        return has(Oids.SUBJECT_KEY_ID);
    }

    /**
     * Whether the leaf has an authority key identifier.
     *
     * @return true if it is there (RFC 5280 4.2.1.1)
     */
    public boolean hasAuthorityKeyId() {
        return has(Oids.AUTHORITY_KEY_ID);
    }

    private boolean has(String oid) {
        return extensionOids.contains(oid);
    }

    /**
     * The extensions, by object identifier, in the order of the encoding.
     *
     * @return an unmodifiable list; empty for a certificate of version 1
     */
    public List<String> extensionOids() {
        return extensionOids;
    }

    /**
     * The extensions that are critical.
     *
     * @return an unmodifiable list of object identifiers in the order of the encoding
     */
    public List<String> criticalExtensionOids() {
        return der.extensions().stream()
                .filter(LeafExtension::critical)
                .map(LeafExtension::oid)
                .toList();
    }

    /**
     * The marks of public authorities that the leaf carries, whoever put them there.
     *
     * @return an unmodifiable set
     */
    public Set<PublicMark> publicMarks() {
        return Collections.unmodifiableSet(PublicMark.of(der));
    }

    /**
     * What in the leaf is written otherwise than DER or RFC 5280 have it.
     *
     * @return an unmodifiable set
     */
    public Set<EncodingQuirk> quirks() {
        return Collections.unmodifiableSet(EncodingQuirk.of(der, leaf));
    }

    /**
     * How the subject is built.
     *
     * @return its shape
     */
    public SubjectShape subjectShape() {
        return SubjectShape.of(der, subjectAltNames().names());
    }

    /**
     * The pattern of the validity.
     *
     * @return its shape
     */
    public ValidityShape validityShape() {
        return ValidityShape.of(leaf, ties.issuer(), seenAt);
    }

    /**
     * The looks of the serial number.
     *
     * @return its shape
     */
    public SerialShape serial() {
        return serial;
    }

    /**
     * The version of the certificate.
     *
     * @return 1, 2 or 3
     */
    public int version() {
        return leaf.getVersion();
    }

    /**
     * When the validity begins.
     *
     * @return the moment, to the second
     */
    public Instant notBefore() {
        return leaf.getNotBefore().toInstant();
    }

    /**
     * When the validity ends.
     *
     * @return the moment, to the second
     */
    public Instant notAfter() {
        return leaf.getNotAfter().toInstant();
    }

    /**
     * For how long the leaf is valid.
     *
     * @return notAfter minus notBefore; negative when they are the wrong way round
     */
    public Duration validity() {
        return Duration.between(notBefore(), notAfter());
    }

    /**
     * The kind of the public key.
     *
     * @return {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519}, or what the platform calls it
     */
    public String keyAlgorithm() {
        return key.algorithm();
    }

    /**
     * The size of the public key.
     *
     * @return bits of the modulus or of the curve's field; -1 when unknown
     */
    public int keyBits() {
        return key.bits();
    }

    /**
     * The hash of the public key, by which leaves of one engine can be seen to share it.
     *
     * @return the hash
     */
    public PublicKeyHash keyHash() {
        return keyHash.get();
    }

    /**
     * The algorithm of the signature.
     *
     * @return the platform's name for it, such as {@code SHA256withRSA}
     */
    public String signatureAlgorithm() {
        return leaf.getSigAlgName();
    }

    /**
     * The leaf's subject.
     *
     * @return the name
     */
    public DistinguishedName subject() {
        return DistinguishedName.of(leaf.getSubjectX500Principal());
    }

    /**
     * The leaf's issuer.
     *
     * @return the name
     */
    public DistinguishedName issuer() {
        return DistinguishedName.of(leaf.getIssuerX500Principal());
    }

    /**
     * The names in the leaf's subjectAltName.
     *
     * @return the extension as read
     */
    public SubjectAltNames subjectAltNames() {
        return SubjectAltNames.of(leaf);
    }

    /**
     * The addresses in authority information access.
     *
     * @return an unmodifiable list of URLs as in the certificate
     */
    public List<String> authorityInfoAccessUrls() {
        return Locations.authorityInfoAccess(CertificateStructure.of(leaf));
    }

    /**
     * The addresses in the CRL distribution points.
     *
     * @return an unmodifiable list of URLs as in the certificate
     */
    public List<String> crlDistributionPointUrls() {
        return Locations.crlDistributionPoints(CertificateStructure.of(leaf));
    }

    /**
     * How the chain was presented.
     *
     * @return its shape
     */
    public ChainShape chainShape() {
        return chainShape;
    }

    X509Certificate leaf() {
        return leaf;
    }

    LeafDer der() {
        return der;
    }

    /** Issuer, key, serial and extensions in one line. */
    @Override
    public String toString() {
        return "issued by " + issuer() + ", " + keyBits() + "-bit " + keyAlgorithm() + ", serial " + serial
                + ", extensions " + extensionOids;
    }
}
