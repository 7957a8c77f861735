package dev.interloper.certs.transparency;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to the bytes, there is a report, and no changed leaf verifies. */
class TransparencyMutationTest {
    private static final TestLog LOG = new TestLog("Meridian", key("kestrel"));
    private static final TransparencyEvaluator EVALUATOR =
            TransparencyEvaluator.of(TestLog.list("2026-06-01T00:00:00Z", LOG));
    private static final X509Certificate LEAF = LoggedLeaf.of(LOG);
    private static final byte[] DER = encoded(LEAF);
    private static final byte[] ISSUER = encoded(LoggedLeaf.ISSUER);
    private static final int LIST =
            HexFormat.of().formatHex(DER).indexOf(HexFormat.of().formatHex(LoggedLeaf.scts(LEAF))) / 2;

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 1000)
    void evaluate_oneOctetChanged_verifiesNothingThatALogDidNotSign(
            @ForAll @IntRange(min = 0, max = 800) int position, @ForAll @IntRange(min = 1, max = 255) int mask) {
        byte[] changed = DER.clone();
        int at = position % changed.length;
        changed[at] ^= (byte) mask;
        CertificateChain chain = CertificateChain.parse(List.of(changed, ISSUER));

        TransparencyReport report = EVALUATOR.evaluate(chain, NOW);

        assertThat(report.toString()).endsWith(".");
        boolean insideTbs = at >= 4 && at < 4 + LoggedLeaf.tbs(LEAF).length;
        boolean lengthOfTheList =
                at == LIST || at == LIST + 1; // no log signs that, and the SCT inside stays what it is
        if (insideTbs && lengthOfTheList) {
            assertThat(report.count(SctStatus.MALFORMED)).isPositive();
        } else if (insideTbs) {
            assertThat(report.verified()).isZero();
        }
    }

    @Property(tries = 200)
    void evaluate_anyBytesFromTheOtherChannels_isTotal(@ForAll byte[] tls, @ForAll byte[] ocsp) {
        TransparencyRequest request = TransparencyRequest.of(CertificateChain.parse(List.of(DER, ISSUER)), NOW)
                .withTlsScts(HexFormat.of().formatHex(tls));
        TransparencyRequest response = request.withOcspResponse(HexFormat.of().formatHex(ocsp));
        TransparencyRequest raw = request.withOcspScts(HexFormat.of().formatHex(ocsp));

        assertThat(EVALUATOR.evaluate(response).verified()).isEqualTo(1);
        assertThat(EVALUATOR.evaluate(raw).verified()).isEqualTo(1);
        assertThat(EVALUATOR.evaluate(raw).findings())
                .allMatch(f -> f.sentence().endsWith("."));
    }

    @Property(tries = 300)
    void parse_changedList_isTotal(
            @ForAll @IntRange(min = 0, max = 200) int position, @ForAll @IntRange(min = 1, max = 255) int mask) {
        byte[] list = TestLog.listOf(List.of(LOG.signCertificate(NOW, DER)));
        list[position % list.length] ^= (byte) mask;

        SctList read = SctList.parse(HexFormat.of().formatHex(list), SctOrigin.OCSP);

        assertThat(read.timestamps().size() + read.problems().size()).isPositive();
    }
}
