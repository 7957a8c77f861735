package dev.interloper.certs.forgery;

import static dev.interloper.certs.testpki.TestPki.bareLeaf;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.testpki.TestPki;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

class ForgeShapeTest {
    private static final X509Certificate LEAF =
            bareLeaf("shop.example", key("leaf"), "Some Company", key("proxy")).mint();

    private static ForgeShape shape(X509Certificate... certificates) {
        return ForgePrint.of(chain(certificates), TestPki.NOW).orElseThrow().shape();
    }

    @Provide
    static Arbitrary<ForgeShape> shapes() {
        Arbitrary<String> value =
                Arbitraries.of("-", "3", "20", "neg20", "san,ku!,eku", "ku,san", "cn.h,o.i", "365d", "x");
        return Arbitraries.maps(Arbitraries.of(ForgeFeature.class), value).map(features -> {
            Map<ForgeFeature, String> sorted = new EnumMap<>(ForgeFeature.class);
            sorted.putAll(features);
            return new ForgeShape(sorted);
        });
    }

    @Property
    void similarity_anyTwo_isSymmetricAndBounded(@ForAll("shapes") ForgeShape one, @ForAll("shapes") ForgeShape other) {
        assertThat(one.similarity(other)).isBetween(0.0, 1.0);
        assertThat(one.similarity(other)).isCloseTo(other.similarity(one), within(1e-9));
        assertThat(one.overlap(other)).isBetween(0.0, 1.0);
        assertThat(one.differences(one)).isEmpty();
    }

    @Property
    void parse_whatTextWrote_isTheSame(@ForAll("shapes") ForgeShape shape) throws ForgeShapeException {
        assertThat(ForgeShape.parse(shape.text())).isEqualTo(shape);
    }

    @Property
    void parse_anyText_throwsNothingElse(@ForAll String text) {
        try {
            ForgeShape.parse("forge1 " + text);
        } catch (ForgeShapeException e) {
            assertThat(e.problem()).isNotEmpty();
        }
    }

    @Test
    void parse_brokenLines_saysWhere() {
        assertThatThrownBy(() -> ForgeShape.parse("forge2 ver=3"))
                .isInstanceOfSatisfying(
                        ForgeShapeException.class, e -> assertThat(e.offset()).isZero());
        assertThatThrownBy(() -> ForgeShape.parse("forge1 ver=3 colour=red"))
                .isInstanceOfSatisfying(
                        ForgeShapeException.class, e -> assertThat(e.offset()).isEqualTo(13));
        assertThatThrownBy(() -> ForgeShape.parse("forge1 ver=3 ver=3")).hasMessageContaining("second");
        assertThatThrownBy(() -> ForgeShape.parse("forge1 ver=A")).hasMessageContaining("not a value");
        assertThatThrownBy(() -> ForgeShape.parse("forge1 ver=")).hasMessageContaining("not a value");
    }

    @Test
    void text_ofALeaf_holdsNoNameAndNoKey() throws ForgeShapeException {
        ForgeShape shape = shape(LEAF);

        assertThat(shape.text())
                .startsWith("forge1 ver=3 key=ec256 sig=sha256-ecdsa tie=- ext=ku!,eku,san")
                .contains(" subject=cn.h ", " san=dns1,cn-first ", " ku=80 ", " eku=server ", " marks=- ")
                .doesNotContain(
                        "shop", "example", "Company", LEAF.getSerialNumber().toString(16));
        assertThat(ForgeShape.parse(shape.text())).isEqualTo(shape);
        assertThat(shape.similarity(shape)).isEqualTo(1);
    }

    @Test
    void similarity_sameEngineOtherHost_isHigherThanOtherEngine() {
        ForgeShape otherHost = shape(bareLeaf("news.example", key("other"), "Another CA", key("proxy"))
                .mint());
        ForgeShape otherEngine = shape(bareLeaf("shop.example", rsa(2048), "Some Company", key("proxy"))
                .without(Extension.keyUsage)
                .mint());

        assertThat(shape(LEAF).similarity(otherHost)).isEqualTo(1);
        assertThat(shape(LEAF).similarity(otherEngine)).isLessThan(0.9);
        assertThat(shape(LEAF).differences(otherEngine))
                .extracting(FeatureDifference::feature)
                .contains(ForgeFeature.EXTENSIONS, ForgeFeature.KEY, ForgeFeature.KEY_USAGE)
                .doesNotContain(ForgeFeature.SERIAL);
    }

    @Test
    void without_someFeatures_leavesThemOutOfTheComparison() {
        ForgeShape rsa = shape(bareLeaf("shop.example", rsa(2048), "Some Company", key("proxy"))
                .mint());

        assertThat(shape(LEAF).similarity(rsa)).isLessThan(1);
        assertThat(shape(LEAF).without(ForgeFeature.KEY).similarity(rsa)).isEqualTo(1);
        assertThat(shape(LEAF).without(ForgeFeature.KEY).overlap(rsa))
                .isLessThan(shape(LEAF).overlap(rsa));
    }

    @Test
    void similarity_rarityThatBothLack_doesNotCount() throws ForgeShapeException {
        ForgeShape one = ForgeShape.parse("forge1 ver=3 key=ec256 quirks=- tie=-");
        ForgeShape other = ForgeShape.parse("forge1 ver=3 key=rsa2048 quirks=- tie=-");

        assertThat(one.similarity(other)).isEqualTo(0.5);
    }

    @Test
    void similarity_partlyAlikeValues_areInBetween() throws ForgeShapeException {
        assertThat(likeness("ext=san,ku!,eku", "ext=san,ku!,eku,bc")).isBetween(0.7, 0.95);
        assertThat(likeness("ext=san,ku!,eku", "ext=eku,ku,san")).isBetween(0.4, 0.75);
        assertThat(likeness("serial=20", "serial=19")).isEqualTo(0.75);
        assertThat(likeness("serial=16", "serial=neg16")).isEqualTo(0.5);
        assertThat(likeness("serial=20", "serial=sec")).isZero();
        assertThat(likeness("days=365d", "days=365d-1s")).isEqualTo(0.5);
        assertThat(likeness("marks=sct,ocsp", "marks=-")).isZero();
        assertThat(likeness("subject=cn.h,o", "subject=cn.h,o.i")).isBetween(0.7, 0.9);
    }

    private static double likeness(String one, String other) throws ForgeShapeException {
        return ForgeShape.parse("forge1 " + one).similarity(ForgeShape.parse("forge1 " + other));
    }

    @Property(tries = 400)
    void shape_ofMutatedCertificate_throwsNothing(
            @ForAll @IntRange(max = 100_000) int at, @ForAll byte value, @ForAll @IntRange(max = 100_000) int second)
            throws CertificateEncodingException, ForgeShapeException {
        byte[] der = LEAF.getEncoded();
        der[at % der.length] = value;
        der[second % der.length] ^= 1;
        var print = ForgePrint.of(CertificateChain.parse(List.of(der)), TestPki.NOW);
        if (print.isPresent()) {
            ForgeShape shape = print.get().shape();
            assertThat(ForgeShape.parse(shape.text())).isEqualTo(shape);
            assertThat(print.get().toString()).isNotEmpty();
        }
    }
}
