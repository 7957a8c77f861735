package dev.interloper.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.LabPki.Policy;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LabPkiTest {
    private static final ASN1ObjectIdentifier SCT_LIST = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Authority root;

    @BeforeEach
    void mintRoot() throws Exception {
        root = LabPki.root(
                "CN=Root", Keys.ec(), "root.example", now.minus(900, ChronoUnit.DAYS), now.plus(900, ChronoUnit.DAYS));
    }

    @Nested
    class PublicLeaf {
        private KeyPair logKeys;
        private Authority issuing;
        private X509Certificate leaf;

        @BeforeEach
        void mintLeaf() throws Exception {
            logKeys = Keys.ec();
            issuing = LabPki.intermediate(
                    root,
                    "CN=Issuing",
                    Keys.ec(),
                    "issuing.example",
                    0,
                    now.minus(300, ChronoUnit.DAYS),
                    now.plus(300, ChronoUnit.DAYS));
            leaf = LabPki.publicLeaf(
                    issuing,
                    "CN=host.example",
                    List.of("host.example"),
                    Keys.ec().getPublic(),
                    Policy.DOMAIN_VALIDATED,
                    true,
                    now.minus(10, ChronoUnit.DAYS),
                    List.of(new CtLog("Operator", "Log", logKeys)));
        }

        @Test
        void throughIntermediate_isAcceptedByThePlatform() throws Exception {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root.certificate(), null)));
            parameters.setRevocationEnabled(false);
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, issuing.certificate()));

            var result = CertPathValidator.getInstance("PKIX").validate(path, parameters);

            assertThat(result).isNotNull();
        }

        @Test
        void promise_verifiesOverTheCertificateWithoutIt() throws Exception {
            byte[] list = ASN1OctetString.getInstance(
                            ASN1OctetString.getInstance(leaf.getExtensionValue(SCT_LIST.getId()))
                                    .getOctets())
                    .getOctets();
            var sct = ByteBuffer.wrap(list);
            assertThat(sct.getShort()).isEqualTo((short) (list.length - 2));
            assertThat(sct.getShort()).isEqualTo((short) (list.length - 4));
            assertThat(sct.get()).as("version").isZero();
            var logId = new byte[32];
            sct.get(logId);
            assertThat(logId).isEqualTo(sha256(logKeys.getPublic().getEncoded()));
            long timestamp = sct.getLong();
            assertThat(sct.getShort()).as("extensions").isZero();
            assertThat(sct.getShort()).as("ecdsa with SHA-256").isEqualTo((short) 0x0403);
            var signature = new byte[sct.getShort()];
            sct.get(signature);
            assertThat(sct.hasRemaining()).isFalse();

            var signed = new ByteArrayOutputStream();
            var out = new DataOutputStream(signed);
            out.writeShort(0);
            out.writeLong(timestamp);
            out.writeShort(1);
            out.write(sha256(issuing.keys().getPublic().getEncoded()));
            byte[] precertificate = withoutPromises(leaf);
            out.write(precertificate.length >>> 16);
            out.writeShort(precertificate.length);
            out.write(precertificate);
            out.writeShort(0);
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(logKeys.getPublic());
            verifier.update(signed.toByteArray());
            assertThat(verifier.verify(signature)).isTrue();
        }

        private byte[] sha256(byte[] bytes) throws Exception {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        }

        /** The TBSCertificate taken apart and put together again, so that the mint's own way is not the judge. */
        private byte[] withoutPromises(X509Certificate certificate) throws Exception {
            var fields = ASN1Sequence.getInstance(certificate.getTBSCertificate());
            var kept = new ASN1EncodableVector();
            for (var field : fields) {
                if (field instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 3) {
                    var extensions = new ASN1EncodableVector();
                    for (var extension : ASN1Sequence.getInstance(tagged, true)) {
                        if (!ASN1Sequence.getInstance(extension).getObjectAt(0).equals(SCT_LIST)) {
                            extensions.add(extension);
                        }
                    }
                    kept.add(new DERTaggedObject(true, 3, new DERSequence(extensions)));
                } else {
                    kept.add(field);
                }
            }
            return new DERSequence(kept).getEncoded();
        }
    }

    @Nested
    class ProxyLeaf {
        @Test
        void anyHost_bearsNoMarkOfAPublicAuthority() throws Exception {
            var leaf = LabPki.proxyLeaf(root, "host.example", Keys.ec().getPublic(), now);

            leaf.verify(root.keys().getPublic());
            assertThat(extensions(leaf)).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.37", "2.5.29.17");
        }

        private Set<String> extensions(X509Certificate certificate) {
            var all = new HashSet<>(certificate.getNonCriticalExtensionOIDs());
            all.addAll(certificate.getCriticalExtensionOIDs());
            return all;
        }
    }
}
