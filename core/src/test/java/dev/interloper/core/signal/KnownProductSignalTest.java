package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.product.MatchKind;
import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.product.ProductFacts;
import dev.interloper.core.product.ProductField;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.product.ProductPattern;
import dev.interloper.core.product.Strength;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Products by name. */
class KnownProductSignalTest {

    private final Signal signal = new KnownProductSignal();
    private final X509Certificate leaf = TestPki.bareLeaf(HOST).mint();

    private static List<ProductMatch> named(ProductKind kind, Strength strength) {
        ProductPattern row = ProductPattern.of(
                new Product("Contoso Gateway", "Contoso", kind),
                ProductField.ISSUER_CN,
                MatchKind.EQUALS,
                "Contoso Private Root",
                strength,
                LocalDate.of(2026, 6, 1),
                "a test");
        return ProductCatalog.of(List.of(row))
                .match(ProductFacts.builder()
                        .add(ProductField.ISSUER_CN, "Contoso Private Root")
                        .build());
    }

    private static Observation seen(String host, ProductKind kind, Strength strength, X509Certificate... chain) {
        return Seen.builder(host, chain).products(named(kind, strength)).build();
    }

    @ParameterizedTest
    @CsvSource({"EXACT, DECISIVE, 7", "STRONG, DECISIVE, 6", "WEAK, WEAK, 1"})
    void examine_issuerNamesAProduct_weighsByTheRow(Strength strength, Grade grade, double weight) {
        Evidence evidence = one(signal, seen(HOST, ProductKind.ENTERPRISE_PROXY, strength, leaf));
        assertThat(evidence.grade()).isEqualTo(grade);
        assertThat(evidence.weight()).isEqualTo(weight);
        assertThat(evidence.statement()).contains("\"Contoso Private Root\"", "Contoso Gateway");
        assertThat(evidence.source()).isEqualTo("a test");
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPTIVE_PORTAL", "ROUTER", "STATE_ROOT", "OTHER"})
    void examine_productDoesNotIntercept_isWeak(ProductKind kind) {
        assertThat(one(signal, seen(HOST, kind, Strength.EXACT, leaf)).grade()).isEqualTo(Grade.WEAK);
    }

    @Test
    void examine_ownPageOfTheProduct_isWeakAndSaysSo() {
        X509Certificate own = TestPki.selfSigned("proxy.local").mint();
        Evidence evidence = one(signal, seen("proxy.local", ProductKind.ENTERPRISE_PROXY, Strength.EXACT, own));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.statement()).contains("its own page");
    }

    @Test
    void examine_internalHostMintedByTheProduct_isDecisive() {
        X509Certificate minted = TestPki.bareLeaf("nas.local").mint();
        assertThat(one(signal, seen("nas.local", ProductKind.ENTERPRISE_PROXY, Strength.EXACT, minted))
                        .grade())
                .isEqualTo(Grade.DECISIVE);
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(seen(
                        HOST,
                        ProductKind.ENTERPRISE_PROXY,
                        Strength.EXACT,
                        TestPki.publicLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_noProduct_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }
}
