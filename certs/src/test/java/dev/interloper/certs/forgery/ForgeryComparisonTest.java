package dev.interloper.certs.forgery;

import static dev.interloper.certs.testpki.TestPki.bareLeaf;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.root;
import static dev.interloper.certs.testpki.TestPki.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;

class ForgeryComparisonTest {
    private static final BigInteger SERIAL = new BigInteger("1a2b3c4d5e6f708192a3b4c5d6e7f809", 16);
    private static final X509Certificate GENUINE_CA =
            root("Genuine CA", key("genuine")).mint();
    private static final CertificateChain GENUINE = chain(
            bareLeaf("a.example", key("origin"), "Genuine CA", key("genuine"))
                    .serial(SERIAL)
                    .extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[] {1}))
                    .mint(),
            GENUINE_CA);

    private static ForgeryComparison compare(X509Certificate seen) {
        return ForgeryComparison.of(chain(seen), GENUINE).orElseThrow();
    }

    @Test
    void fates_mirroredLeaf_areKeptChangedAndDropped() {
        ForgeryComparison comparison = compare(bareLeaf("a.example", rsa(2048), "Proxy", key("proxy"))
                .serial(SERIAL.xor(BigInteger.valueOf(0x9abcdef1L)))
                .mint());

        assertThat(comparison.fields(Fate.KEPT))
                .contains(LeafField.SUBJECT, LeafField.NOT_BEFORE, LeafField.ALTERNATIVE_NAMES);
        assertThat(comparison.fields(Fate.CHANGED)).contains(LeafField.KEY, LeafField.ISSUER, LeafField.SERIAL);
        assertThat(comparison.fields(Fate.DROPPED)).containsExactly(LeafField.SUBJECT_KEY_ID);
        assertThat(comparison.validityCopied()).isTrue();
        assertThat(comparison.otherKindOfKey()).isTrue();
        assertThat(comparison.changedSerialBits()).hasValue(32);
        assertThat(comparison.issuerTie()).isEqualTo(IssuerTie.OTHER_NAME);
    }

    @Test
    void fates_renewedLeaf_hasTheIssuersKey() {
        ForgeryComparison comparison = compare(bareLeaf("a.example", key("renewed"), "Genuine CA", key("genuine"))
                .serial(BigInteger.TEN)
                .from("2026-05-20", 90)
                .mint());

        assertThat(comparison.issuerTie()).isEqualTo(IssuerTie.SAME_KEY);
        assertThat(comparison.changedSerialBits()).isEmpty();
        assertThat(comparison.notBeforeShift()).isEqualTo(Duration.ofDays(19));
        assertThat(comparison.validityCopied()).isFalse();
        assertThat(comparison.sameKey()).isFalse();
    }

    @Test
    void issuerTie_nameWithoutTheKey_isAnImitation() {
        X509Certificate forged =
                bareLeaf("a.example", key("x"), "Genuine CA", key("proxy")).mint();

        assertThat(compare(forged).issuerTie()).isEqualTo(IssuerTie.SAME_NAME_OTHER_KEY);
        assertThat(ForgeryComparison.of(
                                chain(forged), chain(GENUINE.certificates().get(0)))
                        .orElseThrow()
                        .issuerTie())
                .isEqualTo(IssuerTie.SAME_NAME_UNCHECKED);
    }

    @Test
    void fates_sameNamesInAnotherOrder_areRewritten() {
        GeneralName a = new GeneralName(GeneralName.dNSName, "a.example");
        GeneralName b = new GeneralName(GeneralName.dNSName, "b.example");
        X509Certificate ab = bareLeaf("a.example", key("x"), "Genuine CA", key("genuine"))
                .san(a, b)
                .mint();
        X509Certificate ba = bareLeaf("a.example", key("x"), "Genuine CA", key("genuine"))
                .san(b, a)
                .mint();

        assertThat(ForgeryComparison.of(chain(ab), chain(ba)).orElseThrow().fates())
                .containsEntry(LeafField.ALTERNATIVE_NAMES, Fate.REWRITTEN)
                .containsEntry(LeafField.SCTS, Fate.ABSENT);
    }

    @Test
    void of_sameChain_isTheSameCertificate() {
        ForgeryComparison same = ForgeryComparison.of(GENUINE, GENUINE).orElseThrow();

        assertThat(same.sameCertificate()).isTrue();
        assertThat(same.fields(Fate.CHANGED)).isEmpty();
        assertThat(same.changedSerialBits()).hasValue(0);
        assertThat(ForgeryComparison.of(CertificateChain.parse(List.of()), GENUINE))
                .isEmpty();
    }
}
