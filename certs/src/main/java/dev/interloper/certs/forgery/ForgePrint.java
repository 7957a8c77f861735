package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.AuthorityKeyId;
import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.KeyStrength;
import dev.interloper.certs.internal.Locations;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.name.SubjectAltNames;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

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
    private final PublicKeyHash keyHash;
    private final KeyStrength key;
    private final boolean leafKeyEqualsIssuerKey;
    private final boolean authorityKeyIdIsOwnKey;
    private final boolean authorityKeyIdHasIssuerAndSerial;
    private final boolean selfSigned;
    private final SerialShape serial;
    private final List<String> extensionOids;
    private final SubjectAltNames names;
    private final List<String> authorityInfoAccess;
    private final List<String> crlDistributionPoints;
    private final ChainShape chainShape;

    private ForgePrint(X509Certificate leaf, CertificateChain chain) {
        CertificateStructure structure = CertificateStructure.of(leaf);
        this.leaf = leaf;
        this.keyHash = PublicKeyHash.of(leaf);
        this.key = KeyStrength.of(leaf.getPublicKey());
        this.leafKeyEqualsIssuerKey = KeyTies.leafKeyEqualsIssuerKey(leaf, chain);
        this.authorityKeyIdIsOwnKey = KeyTies.authorityKeyIdIsOwnKey(leaf, structure);
        this.authorityKeyIdHasIssuerAndSerial = AuthorityKeyId.of(structure)
                .filter(AuthorityKeyId::hasIssuerAndSerial)
                .isPresent();
        this.selfSigned = KeyTies.selfSigned(leaf);
        this.serial = SerialShape.of(leaf.getSerialNumber(), leaf.getNotBefore().toInstant());
        this.extensionOids =
                structure.extensions().stream().map(RawExtension::oid).toList();
        this.names = SubjectAltNames.of(leaf);
        this.authorityInfoAccess = Locations.authorityInfoAccess(structure);
        this.crlDistributionPoints = Locations.crlDistributionPoints(structure);
        this.chainShape = shape(leaf, chain);
    }

    /**
     * Takes the print of a chain's leaf.
     *
     * @param chain the chain as presented; not null
     * @return the print; empty when the chain has no readable leaf
     */
    public static Optional<ForgePrint> of(CertificateChain chain) {
        return chain.leaf().map(leaf -> new ForgePrint(leaf, chain));
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
        return leafKeyEqualsIssuerKey;
    }

    /**
     * Whether the authority key identifier is the SHA-1 of the leaf's own key although another name issued it.
     *
     * @return true if so; false for a leaf that names itself as its issuer
     */
    public boolean authorityKeyIdIsOwnKey() {
        return authorityKeyIdIsOwnKey;
    }

    /**
     * Whether the authority key identifier names the issuer's issuer and serial number too.
     *
     * @return true if both are there (RFC 5280 4.2.1.1)
     */
    public boolean authorityKeyIdHasIssuerAndSerial() {
        return authorityKeyIdHasIssuerAndSerial;
    }

    /**
     * Whether the leaf names itself as its issuer and its signature verifies under its own key.
     *
     * @return true if so
     */
    public boolean selfSigned() {
        return selfSigned;
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
        return keyHash;
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
        return names;
    }

    /**
     * The addresses in authority information access.
     *
     * @return an unmodifiable list of URLs as in the certificate
     */
    public List<String> authorityInfoAccessUrls() {
        return authorityInfoAccess;
    }

    /**
     * The addresses in the CRL distribution points.
     *
     * @return an unmodifiable list of URLs as in the certificate
     */
    public List<String> crlDistributionPointUrls() {
        return crlDistributionPoints;
    }

    /**
     * How the chain was presented.
     *
     * @return its shape
     */
    public ChainShape chainShape() {
        return chainShape;
    }

    /** Issuer, key, serial and extensions in one line. */
    @Override
    public String toString() {
        return "issued by " + issuer() + ", " + keyBits() + "-bit " + keyAlgorithm() + ", serial " + serial
                + ", extensions " + extensionOids;
    }
}
