package dev.interloper.core;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.product.MatchKind;
import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.product.ProductField;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.product.ProductPattern;
import dev.interloper.core.product.Strength;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers that look a little like an interceptor, and must not be called one. */
class InnocentCasesTest {

    private static final Interloper INTERLOPER = Interloper.builder()
            .publicRoots(AnchorSet.of("public roots", List.of(TestPki.PUBLIC_ROOT)))
            .products(ProductCatalog.of(List.of(ProductPattern.of(
                    new Product("Foreign Gateway", "Foreign", ProductKind.FIREWALL),
                    ProductField.ISSUER_CN,
                    MatchKind.EQUALS,
                    "Foreign Gateway CA",
                    Strength.EXACT,
                    LocalDate.of(2026, 11, 22),
                    "made up"))))
            .build();

    private static final KeyPair GATEWAY = TestPki.key("gateway");

    private static X509Certificate gatewayRoot() {
        return TestPki.authority("CN=Foreign Gateway CA", GATEWAY, "CN=Foreign Gateway CA", GATEWAY)
                .mint();
    }

    private static Verdict judge(String host, X509Certificate... chain) {
        return INTERLOPER
                .chain(List.of(chain))
                .host(host)
                .at(TestPki.NOW)
                .inspect()
                .verdict();
    }

    @Test
    void proxyRootBesideThePath_isNobodysIssuer() {
        X509Certificate bystander = gatewayRoot();
        Verdict verdict = judge("git.corp", TestPki.bareLeaf("git.corp").mint(), TestPki.PRIVATE_ROOT, bystander);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.evidence()).noneMatch(item -> item.signal().equals("issuer.product"));
    }

    @Test
    void productsOwnPage_isForItself_andNotIntercepted() {
        X509Certificate authority = gatewayRoot();
        X509Certificate page =
                TestPki.leaf(authority, GATEWAY, "gateway.factory.example").mint();
        assertThat(judge("192.168.1.99", page).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(HOST, page).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void oneBrandUnderSeveralSuffixes_isOneOwner() {
        X509Certificate leaf = TestPki.bareLeaf("www.fabrikam.com", "fabrikam.net", "fabrikam.org")
                .mint();
        assertThat(judge("www.fabrikam.com", leaf, TestPki.PRIVATE_ROOT).outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void privateCertificateForACentury_isNotIntercepted() {
        X509Certificate leaf = TestPki.bareLeaf(HOST)
                .valid(TestPki.NOW.minus(Duration.ofHours(1000)), Duration.ofDays(36_500))
                .mint();
        assertThat(judge(HOST, leaf, TestPki.PRIVATE_ROOT).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
}
