package dev.interloper.certs.forgery;

import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.forgery.SharedTrait.Kind;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.testpki.TestPki;
import dev.interloper.certs.trust.AnchorSet;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;

class IssuerGroupingTest {
    private static Sighting sighting(String host, X509Certificate leaf) {
        return new Sighting(ServerName.parse(host), ForgePrint.of(chain(leaf)).orElseThrow());
    }

    private static TestPki.Minting minting(String host, String key, String issuer, long serial) {
        return leaf(host, key(key), issuer, key(issuer)).serial(BigInteger.valueOf(serial));
    }

    private static Sighting minted(String host, String key, String issuer, long serial) {
        return sighting(host, minting(host, key, issuer, serial).mint());
    }

    @Test
    void shared_oneKeyOverUnrelatedHosts_isFound() {
        IssuerGrouping grouping = IssuerGrouping.of(List.of(
                minted("www.one.example", "k", "Proxy", 1000),
                minted("www.two.example", "k", "Proxy", 90_000),
                minted("www.three.example", "other", "Public", 7)));

        assertThat(grouping.shared(Kind.KEY)).singleElement().satisfies(trait -> {
            assertThat(trait.domains()).isEqualTo(2);
            assertThat(trait.certificates()).isEqualTo(2);
        });
        assertThat(grouping.shared(Kind.ISSUER))
                .singleElement()
                .extracting(SharedTrait::value)
                .isEqualTo("CN=Proxy");
        assertThat(grouping.issuers()).isEqualTo(2);
        assertThat(grouping.largestIssuerShare()).isEqualTo(2.0 / 3);
    }

    @Test
    void shared_relatedHosts_areNotUnrelated() {
        IssuerGrouping grouping = IssuerGrouping.of(
                List.of(minted("a.one.example", "k", "Public", 1), minted("b.one.example", "k", "Public", 1_000_000)));

        assertThat(grouping.shared()).isEmpty();
        assertThat(grouping.domains()).isEqualTo(1);
        assertThat(IssuerGrouping.of(
                                List.of(minted("a.one.example", "k", "P", 1), minted("b.one.example", "k", "P", 999)),
                                ServerName::normalized)
                        .shared(Kind.KEY))
                .hasSize(1);
    }

    @Test
    void shared_oneCertificateForHostsItDoesNotName_isFound() {
        X509Certificate gateway = minting("gateway.example", "k", "Proxy", 5).mint();

        assertThat(IssuerGrouping.of(
                                List.of(sighting("www.one.example", gateway), sighting("www.two.example", gateway)))
                        .shared(Kind.CERTIFICATE))
                .hasSize(1);
        assertThat(IssuerGrouping.of(
                                List.of(sighting("gateway.example", gateway), sighting("gateway.example", gateway)))
                        .shared())
                .isEmpty();
    }

    @Test
    void shared_constantAndCountingSerials_areFound() {
        IssuerGrouping constant =
                IssuerGrouping.of(List.of(minted("one.example", "a", "P", 1), minted("two.example", "b", "P", 1)));
        IssuerGrouping counting = IssuerGrouping.of(List.of(
                minted("one.example", "a", "P", 1002),
                minted("two.example", "b", "P", 1000),
                minted("three.example", "c", "P", 1001),
                minted("four.example", "d", "P", 900_000)));

        assertThat(constant.shared(Kind.SERIAL)).hasSize(1);
        assertThat(constant.shared(Kind.SERIAL_SEQUENCE)).isEmpty();
        assertThat(counting.shared(Kind.SERIAL)).isEmpty();
        assertThat(counting.shared(Kind.SERIAL_SEQUENCE))
                .singleElement()
                .extracting(SharedTrait::certificates)
                .isEqualTo(3);
    }

    @Test
    void shared_oneSubjectKeyIdentifierOverDifferentKeys_isFound() {
        SubjectKeyIdentifier id = new SubjectKeyIdentifier(new byte[20]);
        X509Certificate one = minting("one.example", "a", "P", 1)
                .extension(Extension.subjectKeyIdentifier, false, id)
                .mint();
        X509Certificate two = minting("one.example", "b", "P", 100_000)
                .extension(Extension.subjectKeyIdentifier, false, id)
                .mint();

        assertThat(IssuerGrouping.of(List.of(sighting("one.example", one), sighting("one.example", two)))
                        .shared(Kind.SUBJECT_KEY_ID))
                .hasSize(1);
    }

    @Test
    void changedHosts_mintedAnew_areCounted() {
        IssuerGrouping grouping = IssuerGrouping.of(List.of(
                minted("one.example", "a", "P", 1),
                minted("one.example", "b", "P", 1_000_000),
                minted("two.example", "c", "P", 2_000_000)));

        assertThat(grouping.changedHosts())
                .containsExactly(new HostHistory(ServerName.parse("one.example"), 2, 2, 1, 2));
        assertThat(IssuerGrouping.of(List.of()).largestIssuerShare()).isZero();
    }

    @Test
    void domains_guessed_byLabels() {
        assertThat(Domains.guess(ServerName.parse("a.b.example"))).isEqualTo("b.example");
        assertThat(Domains.guess(ServerName.parse("a.shop.co.uk"))).isEqualTo("shop.co.uk");
        assertThat(Domains.guess(ServerName.parse("192.0.2.7"))).isEqualTo("192.0.2.7");
        assertThat(Domains.guess(ServerName.parse("localhost"))).isEqualTo("localhost");
    }

    @Test
    void imitation_publicNameOnAnotherKey_isFound() {
        AnchorSet genuine = AnchorSet.of(
                "public", List.of(root("Public Root", key("public")).mint()));
        X509Certificate forged =
                leaf("a.example", key("l"), "Public Root", key("proxy")).mint();
        X509Certificate honest =
                leaf("a.example", key("l"), "Public Root", key("public")).mint();
        X509Certificate forgedRoot = root("Public Root", key("proxy")).mint();

        assertThat(IssuerImitation.of(chain(forged), genuine)).hasValueSatisfying(imitation -> {
            assertThat(imitation.asIssuer()).isTrue();
            assertThat(imitation.index()).isZero();
        });
        assertThat(IssuerImitation.of(chain(honest, forgedRoot), genuine)).hasValueSatisfying(imitation -> {
            assertThat(imitation.asIssuer()).isFalse();
            assertThat(imitation.index()).isEqualTo(1);
        });
        assertThat(IssuerImitation.of(chain(honest), genuine)).isEmpty();
    }
}
