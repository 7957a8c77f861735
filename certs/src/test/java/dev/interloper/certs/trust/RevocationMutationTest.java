package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestCrl;
import dev.interloper.certs.testpki.TestOcsp;
import dev.interloper.certs.testpki.TestPki.Minting;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.ReasonFlags;

/** Whatever is done to lists and responses, evaluation ends, and never clears a certificate that they revoke. */
class RevocationMutationTest {
    private static final X509Certificate ROOT = root("Root", key("root")).mint();
    private static final X509Certificate LEAF =
            leaf("a.example", key("leaf"), "Root", key("root")).mint();
    private static final byte[] LIST = TestCrl.by("Root", key("root"))
            .extension(
                    Extension.issuingDistributionPoint,
                    true,
                    new IssuingDistributionPoint(
                            new DistributionPointName(new GeneralNames(new GeneralName(new X500Name("CN=Root")))),
                            false,
                            false,
                            new ReasonFlags(ReasonFlags.keyCompromise),
                            true,
                            false))
            .revokeOf("Other", BigInteger.TWO)
            .revokeOf("Root", LEAF.getSerialNumber())
            .sign();
    private static final byte[] RESPONSE = TestOcsp.about(ROOT, LEAF.getSerialNumber())
            .revoked(1)
            .with(new Minting("CN=Responder", key("responder"), "CN=Root", key("root"))
                    .from("2026-05-01", 90)
                    .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                    .mint())
            .sign(key("responder"));

    private static final TrustEvaluator EVALUATOR = TrustEvaluator.builder()
            .publicRoots(AnchorSet.of("test roots", List.of(ROOT)))
            .build();

    private static TrustReport judge(RevocationData.Builder data) {
        TrustReport report = EVALUATOR.evaluate(
                TrustRequest.of(chain(LEAF), NOW).withRevocation(data.required().build()));
        assertThat(report.findings()).noneMatch(f -> f.code().equals(FindingCode.CHECK_FAILED));
        assertThat(report.toString()).endsWith(".");
        return report;
    }

    private static byte[] flipped(byte[] original, List<Integer> positions, int mask) {
        byte[] bytes = original.clone();
        for (int position : positions) {
            bytes[position % bytes.length] ^= (byte) mask;
        }
        return bytes;
    }

    @Example
    void evaluate_unharmed_isRevoked() {
        for (RevocationData.Builder data : List.of(
                RevocationData.builder().crl(LIST), RevocationData.builder().ocspResponse(RESPONSE))) {
            assertThat(judge(data).findings()).extracting(Finding::code).contains(FindingCode.REVOKED);
        }
    }

    @Property(tries = 2000)
    void evaluate_flippedOctets_isTotalAndNeverTrusts(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1000) Integer> positions,
            @ForAll @IntRange(min = 1, max = 255) int mask) {
        assertThat(judge(RevocationData.builder().crl(flipped(LIST, positions, mask)))
                        .trusted())
                .isFalse();
        assertThat(judge(RevocationData.builder().ocspResponse(0, flipped(RESPONSE, positions, mask)))
                        .trusted())
                .isFalse();
    }

    @Property
    void evaluate_cutAnywhere_isTotalAndNeverTrusts(@ForAll @IntRange(max = 1000) int length) {
        assertThat(judge(RevocationData.builder().crl(Arrays.copyOf(LIST, length % LIST.length)))
                        .trusted())
                .isFalse();
        assertThat(judge(RevocationData.builder().ocspResponse(Arrays.copyOf(RESPONSE, length % RESPONSE.length)))
                        .trusted())
                .isFalse();
    }

    @Property
    void evaluate_anyBytes_isTotalAndNeverTrusts(@ForAll byte[] bytes) {
        assertThat(judge(RevocationData.builder()
                                .crl(bytes)
                                .crlPem(new String(bytes, StandardCharsets.ISO_8859_1))
                                .ocspResponse(bytes))
                        .trusted())
                .isFalse();
    }
}
