package dev.interloper.core;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.handshake.Handshake;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What connections of one capture share. */
class SurveyTest {

    private static final List<String> SITES = List.of(HOST, "shop.northwind.example", "news.tailspin.example");

    private static Handshake connection(String host, X509Certificate leaf) {
        return Exchange.answering(host, List.of(leaf)).handshake();
    }

    private static List<Handshake> throughOneAuthority() {
        List<Handshake> all = new ArrayList<>();
        for (String site : SITES) {
            all.add(connection(
                    site, TestPki.bareLeaf(site).key(TestPki.key(site)).mint()));
        }
        return all;
    }

    private static Surroundings survey(List<Handshake> connections) {
        Survey survey = new Survey();
        connections.forEach(survey::add);
        return survey.surroundings();
    }

    private static ForgePrint print(X509Certificate leaf) {
        return ForgePrint.of(CertificateChain.of(List.of(leaf))).orElseThrow();
    }

    @Test
    void surroundings_oneIssuerOverUnrelatedSites_isShared() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(TestPki.key(HOST)).mint();
        Surroundings others = survey(throughOneAuthority());
        assertThat(others.domains()).isEqualTo(3);
        assertThat(others.shared(SharedTrait.Kind.ISSUER, ServerName.parse(HOST), print(leaf)))
                .hasValueSatisfying(trait -> assertThat(trait.domains()).isEqualTo(3));
        assertThat(others.shared(SharedTrait.Kind.KEY, ServerName.parse(HOST), print(leaf)))
                .isEmpty();
    }

    @Test
    void surroundings_oneKeyInAllLeaves_isShared() {
        List<Handshake> all = new ArrayList<>();
        SITES.forEach(site -> all.add(connection(site, TestPki.bareLeaf(site).mint())));
        assertThat(survey(all)
                        .shared(
                                SharedTrait.Kind.KEY,
                                ServerName.parse(HOST),
                                print(TestPki.bareLeaf(HOST).mint())))
                .isPresent();
    }

    @Test
    void surroundings_anyOrder_areTheSame() {
        List<Handshake> all = new ArrayList<>(throughOneAuthority());
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(TestPki.key(HOST)).mint();
        List<String> seen = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            Collections.shuffle(all, new Random(seed));
            seen.add(survey(all)
                    .shared(SharedTrait.Kind.ISSUER, ServerName.parse(HOST), print(leaf))
                    .map(trait -> trait.value() + trait.domains() + trait.certificates())
                    .orElse("none"));
        }
        assertThat(seen).doesNotContain("none");
        assertThat(seen.stream().distinct()).hasSize(1);
    }

    @Test
    void surroundings_internalHosts_areLeftOut() {
        assertThat(survey(List.of(connection(
                                "nas.local", TestPki.bareLeaf("nas.local").mint())))
                        .domains())
                .isZero();
    }
}
