package dev.interloper.certs.explain;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.testpki.TestPki;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.FindingCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final String HOST = "www.example.com";
    private static final KeyPair KEY = key("leaf");

    private final X509Certificate root =
            TestPki.root("Public Root", key("public")).mint();
    private final X509Certificate ca = TestPki.intermediate("Public CA", key("ca"), "Public Root", key("public"))
            .mint();
    private final X509Certificate leaf =
            TestPki.leaf(HOST, KEY, "Public CA", key("ca")).mint();
    private final X509Certificate proxy =
            TestPki.root("Gateway", key("gateway")).mint();
    private final X509Certificate minted =
            TestPki.leaf(HOST, KEY, "Gateway", key("gateway")).mint();
    private final AnchorSet publicRoots = AnchorSet.of("public", List.of(root));
    private final AnchorSet client = AnchorSet.of("client's store", List.of(root));
    private final Explainer explainer =
            Explainer.builder().publicRoots(publicRoots).build();

    private static X509Certificate[] chain(X509Certificate... certificates) {
        return certificates;
    }

    private Throwable fail(List<X509Certificate> trusted, X509Certificate... chain) throws GeneralSecurityException {
        return Handshakes.fail(HOST, trusted, KEY, chain);
    }

    private void isCertain(Explanation why, Cause cause, Certainty certainty) {
        assertThat(why.cause()).as(why.toString()).isEqualTo(cause);
        assertThat(why.certainty()).as(why.toString()).isEqualTo(certainty);
        assertThat(why.sentence()).endsWith(".").doesNotContain("\n", "..");
        assertThat(why.remedies()).isNotEmpty().allSatisfy(r -> assertThat(r).endsWith("."));
    }

    @Nested
    class Authority {
        @Test
        void explain_mintedByTheMiddle_isProxy() throws Exception {
            Throwable failure = fail(List.of(root), minted, proxy);

            Explanation why = explainer.explain(failure, chain(minted, proxy), HOST, NOW);

            isCertain(why, Cause.PROXY, Certainty.LIKELY);
            assertThat(why.sentence()).contains(HOST, "CN=Gateway", "no public root");
            assertThat(why.findings())
                    .anyMatch(f -> f.code().equals(FindingCode.ANCHOR_NOT_GIVEN))
                    .isEqualTo(why.report().orElseThrow().findings());
        }

        @Test
        void explain_mintersRootInAnotherStore_saysWhere() throws Exception {
            Throwable failure = fail(List.of(root), minted);
            Explainer knowing = Explainer.builder()
                    .publicRoots(publicRoots)
                    .trustStore(client)
                    .otherStore(AnchorSet.of("the system's store", List.of(proxy)))
                    .build();

            Explanation why = knowing.explain(failure, chain(minted), HOST, NOW);

            isCertain(why, Cause.PROXY, Certainty.LIKELY);
            assertThat(why.sentence()).contains("installed in the system's store");
            assertThat(why.remedies()).last().asString().contains("the system's store", "Windows-ROOT");
        }

        @Test
        void explain_mintersRootNotSent_isPerhapsProxy() throws Exception {
            Throwable failure = fail(List.of(root), minted);

            isCertain(explainer.explain(failure, chain(minted), HOST, NOW), Cause.PROXY, Certainty.POSSIBLE);
        }

        @Test
        void explain_publicRootsNameOnAnotherKey_isProxy() throws Exception {
            X509Certificate fake = TestPki.root("Public Root", key("gateway")).mint();
            X509Certificate forged =
                    TestPki.leaf(HOST, KEY, "Public Root", key("gateway")).mint();
            Throwable failure = fail(List.of(root), forged, fake);

            Explanation why = explainer.explain(failure, chain(forged, fake), HOST, NOW);

            isCertain(why, Cause.PROXY, Certainty.LIKELY);
            assertThat(why.sentence()).contains("name of a public authority");
        }

        @Test
        void explain_publicChainAndOldStore_isOldTrustStore() throws Exception {
            Throwable failure = fail(List.of(proxy), leaf, ca);

            Explanation inferred = explainer.explain(failure, chain(leaf, ca), HOST, NOW);
            isCertain(inferred, Cause.OLD_TRUST_STORE, Certainty.LIKELY);

            Explainer knowing = Explainer.builder()
                    .publicRoots(publicRoots)
                    .trustStore(AnchorSet.of("old cacerts", List.of(proxy)))
                    .build();
            Explanation known = knowing.explain(failure, chain(leaf, ca), HOST, NOW);
            isCertain(known, Cause.OLD_TRUST_STORE, Certainty.CERTAIN);
            assertThat(known.sentence()).contains("CN=Public Root", "old cacerts does not have");
        }

        @Test
        void explain_intermediateNotSent_isIncomplete() throws Exception {
            X509Certificate marked = TestPki.leaf(HOST, KEY, "Public CA", key("ca"))
                    .extension(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(
                                    AccessDescription.id_ad_caIssuers,
                                    new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca.example/ca.cer")))
                    .mint();
            Throwable failure = fail(List.of(root), marked);

            Explanation why = explainer.explain(failure, chain(marked), HOST, NOW);

            isCertain(why, Cause.INCOMPLETE_CHAIN, Certainty.LIKELY);
            assertThat(why.sentence()).contains("CN=Public CA");
        }

        @Test
        void explain_selfSigned_isSelfSigned() throws Exception {
            X509Certificate own = TestPki.leaf(HOST, KEY, HOST, KEY).mint();
            Throwable failure = fail(List.of(root), own);

            isCertain(explainer.explain(failure, chain(own), HOST, NOW), Cause.SELF_SIGNED, Certainty.CERTAIN);
        }

        @Test
        void explain_privateAuthorityOfPrivateName_isNoProxy() throws Exception {
            X509Certificate inner =
                    TestPki.leaf("wiki.corp", KEY, "Gateway", key("gateway")).mint();
            Throwable failure = Handshakes.fail("wiki.corp", List.of(root), KEY, inner, proxy);

            isCertain(
                    explainer.explain(failure, chain(inner, proxy), "wiki.corp", NOW),
                    Cause.UNTRUSTED_AUTHORITY,
                    Certainty.CERTAIN);
            Explanation alone = explainer.explain(failure, NOW);
            isCertain(alone, Cause.UNTRUSTED_AUTHORITY, Certainty.POSSIBLE);
            assertThat(alone.remedies()).first().asString().contains("openssl s_client");
        }

        @Test
        void explain_noAnchorAtAll_isEmptyStore() throws Exception {
            Throwable failure = Handshakes.fail(HOST, Handshakes.trustingNobody(), KEY, b -> {}, leaf, ca);

            isCertain(
                    explainer.explain(failure, chain(leaf, ca), HOST, NOW), Cause.EMPTY_TRUST_STORE, Certainty.CERTAIN);
        }
    }

    @Nested
    class Dates {
        private TestPki.Minting leaf(String from) {
            return TestPki.leaf(HOST, KEY, "Public CA", key("ca")).from(from, 90);
        }

        @Test
        void explain_expiredLeaf_isExpired() throws Exception {
            X509Certificate old = leaf("2026-01-01").mint();
            Throwable failure = fail(List.of(root), old, ca);

            Explanation why = explainer.explain(failure, chain(old, ca), HOST, NOW);
            isCertain(why, Cause.EXPIRED, Certainty.CERTAIN);
            assertThat(why.sentence()).contains("2026-03-31");
            isCertain(explainer.explain(fail(List.of(root), old, ca), NOW), Cause.EXPIRED, Certainty.CERTAIN);
        }

        @Test
        void explain_futureLeaf_isNotYetValid() throws Exception {
            X509Certificate early = leaf("2026-06-02").mint();
            Throwable failure = fail(List.of(root), early, ca);

            isCertain(explainer.explain(failure, chain(early, ca), HOST, NOW), Cause.NOT_YET_VALID, Certainty.CERTAIN);
        }

        @Test
        void explain_clockLongAgo_isClock() {
            Throwable failure = new SSLHandshakeException("PKIX path validation failed: "
                    + "java.security.cert.CertPathValidatorException: validity check failed; NotBefore: today");
            Instant then = Instant.parse("2001-01-01T00:00:00Z");

            Explanation why = explainer.explain(failure, chain(leaf, ca), HOST, then);
            isCertain(why, Cause.CLOCK_WRONG, Certainty.LIKELY);
            assertThat(why.sentence()).contains("2001-01-01", "all 3 certificates");
            isCertain(Explainer.create().explain(failure, then), Cause.CLOCK_WRONG, Certainty.LIKELY);
            isCertain(Explainer.create().explain(failure, NOW), Cause.NOT_YET_VALID, Certainty.LIKELY);
        }

        @Test
        void explain_clockFarAhead_isClock() {
            Throwable failure = new CertificateExpiredException("NotAfter: then");
            Instant then = Instant.parse("2099-01-01T00:00:00Z");

            isCertain(explainer.explain(failure, chain(leaf, ca), HOST, then), Cause.CLOCK_WRONG, Certainty.LIKELY);
        }
    }

    @Nested
    class Rules {
        @Test
        void explain_otherName_isWrongName() throws Exception {
            Throwable failure = Handshakes.fail("mail.example.com", List.of(root), KEY, leaf, ca);

            Explanation why = explainer.explain(failure, chain(leaf, ca), "mail.example.com", NOW);
            isCertain(why, Cause.WRONG_NAME, Certainty.CERTAIN);
            assertThat(why.sentence()).contains("mail.example.com", HOST);
            isCertain(explainer.explain(failure, NOW), Cause.WRONG_NAME, Certainty.LIKELY);
        }

        @Test
        void explain_addressNotInCertificate_isWrongName() throws Exception {
            Throwable failure = Handshakes.fail("192.0.2.7", List.of(root), KEY, leaf, ca);

            isCertain(
                    explainer.explain(failure, chain(leaf, ca), "192.0.2.7", NOW), Cause.WRONG_NAME, Certainty.CERTAIN);
        }

        @Test
        void explain_brokenDigest_isWeak() throws Exception {
            X509Certificate weak = TestPki.leaf(HOST, TestPki.rsa(2048), "Old Root", TestPki.rsa(2049))
                    .algorithm("MD5withRSA")
                    .mint();
            X509Certificate oldRoot =
                    TestPki.root("Old Root", TestPki.rsa(2049)).mint();
            Throwable failure = Handshakes.refusal(List.of(oldRoot), weak);
            Explainer knowing = Explainer.builder()
                    .publicRoots(AnchorSet.of("old", List.of(oldRoot)))
                    .build();

            isCertain(knowing.explain(failure, chain(weak), HOST, NOW), Cause.WEAK_ALGORITHM, Certainty.CERTAIN);
        }

        @Test
        void explain_clientsCertificateAtAServer_isBad() throws Exception {
            X509Certificate other = TestPki.leaf(HOST, KEY, "Public CA", key("ca"))
                    .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                    .mint();
            Throwable failure = Handshakes.refusal(List.of(root), other, ca);

            Explanation why = explainer.explain(failure, chain(other, ca), HOST, NOW);
            isCertain(why, Cause.BAD_CERTIFICATE, Certainty.CERTAIN);
        }
    }

    @Nested
    class WithoutTheChain {
        @Test
        void explain_pinsOfOkHttp_saysProxyOrRotation() {
            Throwable failure =
                    new SSLPeerUnverifiedException("Certificate pinning failure!\n  Peer certificate chain:\n"
                            + "    sha256/AAAA=: CN=a\n  Pinned certificates for a:\n    sha256/BBBB=");

            Explanation proxied = explainer.explain(failure, chain(minted, proxy), HOST, NOW);
            isCertain(proxied, Cause.PINNING, Certainty.CERTAIN);
            assertThat(proxied.sentence()).contains("somebody may sit in between");
            Explanation rotated = explainer.explain(failure, chain(leaf, ca), HOST, NOW);
            assertThat(rotated.sentence()).contains("key or authority has changed");
            isCertain(explainer.explain(failure, NOW), Cause.PINNING, Certainty.CERTAIN);
        }

        @Test
        void explain_serverWantsAClientCertificate_saysSo() throws Exception {
            for (String version : List.of("TLSv1.2", "TLSv1.3")) {
                Throwable failure = Handshakes.fail(
                        HOST,
                        Handshakes.trusting(List.of(root)),
                        KEY,
                        both -> {
                            both.server().setNeedClientAuth(true);
                            both.client().setEnabledProtocols(new String[] {version});
                        },
                        leaf,
                        ca);

                isCertain(
                        explainer.explain(failure, chain(leaf, ca), HOST, NOW),
                        Cause.CLIENT_CERTIFICATE,
                        Certainty.LIKELY);
            }
        }

        @Test
        void explain_noCommonVersion_isProtocol() throws Exception {
            Throwable failure = Handshakes.fail(
                    HOST,
                    Handshakes.trusting(List.of(root)),
                    KEY,
                    both -> {
                        both.client().setEnabledProtocols(new String[] {"TLSv1.3"});
                        both.server().setEnabledProtocols(new String[] {"TLSv1.2"});
                    },
                    leaf,
                    ca);

            isCertain(explainer.explain(failure, NOW), Cause.PROTOCOL, Certainty.LIKELY);
        }

        @Test
        void explain_answerInClearText_isNotTls() throws Exception {
            Throwable failure =
                    Handshakes.answered("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            isCertain(explainer.explain(failure, NOW), Cause.NOT_TLS, Certainty.LIKELY);
        }

        @Test
        void explain_connectionEnded_isClosed() throws Exception {
            isCertain(explainer.explain(Handshakes.closed(), NOW), Cause.CONNECTION_CLOSED, Certainty.POSSIBLE);
        }

        @Test
        void explain_unknownException_isUnknownAndEscaped() {
            Explanation why = explainer.explain(new IllegalStateException("odd\n\u202etext"), NOW);

            isCertain(why, Cause.UNKNOWN, Certainty.POSSIBLE);
            assertThat(why.sentence()).contains("IllegalStateException: odd\\u{A}\\u{202E}text");
            assertThat(why.findings()).isEmpty();
            assertThat(why).asString().startsWith("UNKNOWN (POSSIBLE): ").contains("\n  - ");
            isCertain(explainer.explain(new SSLHandshakeException(null), NOW), Cause.UNKNOWN, Certainty.POSSIBLE);
        }

        @Test
        void explain_causesInACircle_ends() {
            Exception outer = new Exception("a");
            Exception inner = new Exception("b", outer);
            outer.initCause(inner);

            isCertain(explainer.explain(outer, NOW), Cause.UNKNOWN, Certainty.POSSIBLE);
        }

        @Test
        void explain_chainShowsNothing_believesTheException() {
            Throwable failure = new SSLHandshakeException("No name matching " + HOST + " found");

            Explanation why = explainer.explain(failure, chain(leaf, ca), HOST, NOW);
            isCertain(why, Cause.WRONG_NAME, Certainty.LIKELY);
            assertThat(why.sentence()).contains("does not show why");
        }

        @Test
        void explain_emptyChain_isLikeNone() {
            Throwable failure =
                    new SSLHandshakeException("unable to find valid certification path to requested target");

            isCertain(explainer.explain(failure, chain(), HOST, NOW), Cause.UNTRUSTED_AUTHORITY, Certainty.POSSIBLE);
        }
    }

    @Test
    void explain_anyException_neverSaysTrustEverything() {
        for (Cause cause : Cause.values()) {
            TlsFailure failure = TlsFailure.of(new Exception("x"), NOW).withServerName(ServerName.parse(HOST));
            assertThat(Remedies.of(cause, failure, Optional.empty(), List.of()))
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.toLowerCase(Locale.ROOT))
                            .doesNotContain("trust all", "disable", "insecure", "ignore", "turn off"));
        }
    }
}
