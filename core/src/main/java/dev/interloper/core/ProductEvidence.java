package dev.interloper.core;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.product.ProductFacts;
import dev.interloper.core.product.ProductField;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Tunnel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the product catalogue can be asked about: names, keys and hashes of a chain, a proxy's reply headers. */
final class ProductEvidence {

    private ProductEvidence() {}

    static ProductFacts of(CertificateChain chain, @Nullable TrustReport trust, @Nullable Handshake handshake) {
        ProductFacts.Builder facts = ProductFacts.builder();
        List<X509Certificate> certificates = onThePath(trust);
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate certificate = certificates.get(i);
            issuer(facts, DistinguishedName.of(certificate.getIssuerX500Principal()));
            facts.add(
                    ProductField.CHAIN_SPKI_SHA256,
                    PublicKeyHash.of(certificate).base64());
            if (i > 0) {
                authority(facts, certificate);
            }
        }
        ForgePrint.of(chain).ifPresent(leaf -> leaf(facts, leaf));
        if (handshake != null) {
            handshake.tunnel().ifPresent(tunnel -> replyHeaders(facts, tunnel));
        }
        return facts.build();
    }

    /** The leaf and the authorities above it; a root that merely lies beside them in the bundle says nothing. */
    private static List<X509Certificate> onThePath(@Nullable TrustReport trust) {
        List<X509Certificate> certificates = new ArrayList<>();
        if (trust != null) {
            trust.bestPath().ifPresent(path -> {
                certificates.addAll(path.certificates());
                path.anchor().flatMap(Anchor::certificate).ifPresent(certificates::add);
            });
        }
        return certificates;
    }

    private static void issuer(ProductFacts.Builder facts, DistinguishedName issuer) {
        facts.addAll(ProductField.ISSUER_CN, issuer.attribute("CN"));
        facts.addAll(ProductField.ISSUER_O, issuer.attribute("O"));
        facts.addAll(ProductField.ISSUER_OU, issuer.attribute("OU"));
        facts.addAll(ProductField.ISSUER_C, issuer.attribute("C"));
        facts.addAll(ProductField.ISSUER_EMAIL, issuer.attribute("EMAILADDRESS"));
        facts.add(ProductField.ISSUER_DN, issuer.rfc2253());
    }

    private static void authority(ProductFacts.Builder facts, X509Certificate certificate) {
        DistinguishedName subject = DistinguishedName.of(certificate.getSubjectX500Principal());
        facts.addAll(ProductField.CHAIN_SUBJECT_CN, subject.attribute("CN"));
        facts.addAll(ProductField.CHAIN_SUBJECT_O, subject.attribute("O"));
        try {
            byte[] der = certificate.getEncoded();
            facts.add(ProductField.CA_CERT_SHA1, hash("SHA-1", der));
            facts.add(ProductField.CA_CERT_SHA256, hash("SHA-256", der));
        } catch (GeneralSecurityException e) {
            return; // no encoding, no hash to compare
        }
    }

    private static String hash(String algorithm, byte[] der) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(der));
    }

    private static void leaf(ProductFacts.Builder facts, ForgePrint leaf) {
        facts.add(ProductField.LEAF_SPKI_SHA256, leaf.keyHash().base64());
        facts.addAll(ProductField.LEAF_CRLDP_URL, leaf.crlDistributionPointUrls());
        facts.addAll(ProductField.LEAF_SUBJECT_O, leaf.subject().attribute("O"));
        facts.add(ProductField.LEAF_SUBJECT_DN, leaf.subject().rfc2253());
        facts.addAll(ProductField.LEAF_EMAIL, leaf.subject().attribute("EMAILADDRESS"));
        facts.add(
                ProductField.LEAF_VALIDITY_DAYS,
                String.valueOf(leaf.validity().plusSeconds(1).toDays()));
    }

    private static void replyHeaders(ProductFacts.Builder facts, Tunnel tunnel) {
        tunnel.headers()
                .forEach(header -> facts.add(ProductField.PROXY_REPLY_HEADER, header.name() + ": " + header.value()));
    }
}
