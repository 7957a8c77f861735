package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.name.DistinguishedName;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * A name and a key in which a path may end, and the set that it is from.
 *
 * <p>Immutable and thread-safe; equal by subject and key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6.1.1">RFC 5280, section 6.1.1 (d)</a>
 * @since 0.1
 */
public final class Anchor {
    private static final String OF_THE_JDK = " [jdk]"; // how JDK builds mark what they bring
    private static final String OF_THE_SYSTEM = "system:"; // how Android does

    private final String label;
    private final Optional<String> alias;
    private final X500Principal subject;
    private final PublicKey publicKey;
    private final Optional<X509Certificate> certificate;
    private final Optional<CertificateFacts> facts;
    private final PublicKeyHash keyHash;

    private Anchor(
            String label,
            Optional<String> alias,
            X500Principal subject,
            PublicKey publicKey,
            Optional<CertificateFacts> facts,
            PublicKeyHash keyHash) {
        this.label = label;
        this.alias = alias;
        this.subject = subject;
        this.publicKey = publicKey;
        this.certificate = facts.flatMap(CertificateFacts::certificate);
        this.facts = facts;
        this.keyHash = keyHash;
    }

    /**
     * An anchor from a certificate.
     *
     * @param label the name of the set it is from; not null
     * @param certificate the certificate, self-signed or not; not null
     * @return the anchor
     */
    public static Anchor of(String label, X509Certificate certificate) {
        return of(label, Optional.empty(), certificate);
    }

    static Anchor of(String label, Optional<String> alias, X509Certificate certificate) {
        return new Anchor(
                Objects.requireNonNull(label, "label"),
                alias,
                certificate.getSubjectX500Principal(),
                certificate.getPublicKey(),
                Optional.of(CertificateFacts.of(Role.ANCHOR, certificate)),
                PublicKeyHash.of(certificate));
    }

    static Anchor of(String label, Node node) {
        return new Anchor(
                label,
                Optional.empty(),
                node.subject,
                node.certificate.getPublicKey(),
                Optional.of(node.facts().as(Role.ANCHOR)),
                node.keyHash);
    }

    static Anchor of(String label, X500Principal subject, PublicKey publicKey, PublicKeyHash keyHash) {
        return new Anchor(label, Optional.empty(), subject, publicKey, Optional.empty(), keyHash);
    }

    /**
     * The name of the set that the anchor is from.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * The alias of the entry in the store that the anchor was read from. It is evidence of where the anchor comes from,
     * and no more: whoever may write the store chooses it.
     *
     * @return the alias, untrusted; empty when the set is from no key store
     */
    public Optional<String> alias() {
        return alias;
    }

    /** Whether its alias says that the JDK or the system brought it, rather than somebody who imported it. */
    boolean broughtByPlatform() {
        return alias.filter(a -> a.endsWith(OF_THE_JDK) || a.startsWith(OF_THE_SYSTEM))
                .isPresent();
    }

    /**
     * The anchor's name, as the platform's type.
     *
     * @return the subject
     */
    public X500Principal subject() {
        return subject;
    }

    /**
     * The anchor's name, for reading and printing.
     *
     * @return the subject
     */
    public DistinguishedName name() {
        return DistinguishedName.of(subject);
    }

    /**
     * The anchor's key.
     *
     * @return the key
     */
    public PublicKey publicKey() {
        return publicKey;
    }

    /**
     * The anchor's certificate.
     *
     * @return the certificate; empty for anchors of the bundled table, which has names and keys only
     */
    public Optional<X509Certificate> certificate() {
        return certificate;
    }

    /** The certificate as rules see it. */
    Optional<CertificateFacts> facts() {
        return facts;
    }

    /**
     * The hash by which the anchor is known.
     *
     * @return the hash of the key
     */
    public PublicKeyHash keyHash() {
        return keyHash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Anchor that && keyHash.equals(that.keyHash) && subject.equals(that.subject);
    }

    @Override
    public int hashCode() {
        return keyHash.hashCode();
    }

    /** The printable name, and the set. */
    @Override
    public String toString() {
        return name().printable() + " (" + label + ")";
    }
}
