package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrustEvaluatorTest {
    private static final ServerName HOST = ServerName.parse("www.shop.example");

    private final X509Certificate root = root("Root", key("root")).mint();
    private final X509Certificate intermediate =
            intermediate("Issuing", key("issuing"), "Root", key("root")).mint();
    private final X509Certificate leaf =
            leaf("www.shop.example", key("leaf"), "Issuing", key("issuing")).mint();

    private final TrustEvaluator evaluator = TrustEvaluator.builder()
            .publicRoots(AnchorSet.of("test roots", List.of(root)))
            .build();

    private TrustReport evaluate(X509Certificate... certificates) {
        return evaluator.evaluate(chain(certificates), HOST, NOW);
    }

    private static List<FindingCode> errors(TrustReport report) {
        return report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::code)
                .toList();
    }

    @Nested
    class Paths {
        @Test
        void evaluate_goodChain_isTrustedWithoutFindings() {
            TrustReport report = evaluate(leaf, intermediate);

            assertThat(report.trusted()).isTrue();
            assertThat(report.findings()).isEmpty();
            assertThat(report.anchorClass()).isEqualTo(AnchorClass.PUBLIC_CURRENT);
            assertThat(report.anchor()).contains(Anchor.of("test roots", root));
            assertThat(report.bestPath().orElseThrow().certificates()).containsExactly(leaf, intermediate);
            assertThat(report.hostname().orElseThrow().matched()).isTrue();
            assertThat(report.toString())
                    .startsWith("Trusted for www.shop.example")
                    .contains("2 certificates");
        }

        @Test
        void evaluate_rootSentAndWrongOrder_isTrustedAndSaysSo() {
            TrustReport report = evaluate(leaf, root, intermediate, intermediate);

            assertThat(report.trusted()).isTrue();
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .containsExactlyInAnyOrder(FindingCode.CHAIN_ROOT_INCLUDED, FindingCode.CHAIN_DUPLICATE);
        }

        @Test
        void evaluate_intermediatesSwapped_reportsTheOrder() {
            X509Certificate lower = intermediate("Lower", key("lower"), "Issuing", key("issuing"))
                    .mint();
            X509Certificate end =
                    leaf("www.shop.example", key("leaf"), "Lower", key("lower")).mint();

            TrustReport report = evaluate(end, intermediate, lower);

            assertThat(report.trusted()).isTrue();
            assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.CHAIN_OUT_OF_ORDER);
        }

        @Test
        void evaluate_crossSignedIntermediate_findsBothPathsAndPrefersThePublicOne() {
            X509Certificate local = root("Local", key("local")).mint();
            X509Certificate cross = intermediate("Issuing", key("issuing"), "Local", key("local"))
                    .mint();
            TrustEvaluator both = TrustEvaluator.builder()
                    .publicRoots(AnchorSet.of("test roots", List.of(root)))
                    .extraAnchors(AnchorSet.of("company", List.of(local)))
                    .build();

            TrustReport report = both.evaluate(chain(leaf, cross, intermediate), HOST, NOW);

            assertThat(report.paths()).hasSize(2).allMatch(TrustPath::trusted);
            assertThat(report.anchorClass()).isEqualTo(AnchorClass.PUBLIC_CURRENT);
            assertThat(report.paths().get(1).anchorClass()).isEqualTo(AnchorClass.LOCAL);
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.CHAIN_UNUSED_CERTIFICATE);
        }

        @Test
        void evaluate_namesakeWithOtherKeyFirst_backtracks() {
            X509Certificate decoy =
                    intermediate("Issuing", key("decoy"), "Root", key("root")).mint();

            TrustReport report = evaluate(leaf, decoy, intermediate);

            assertThat(report.trusted()).isTrue();
            assertThat(report.bestPath().orElseThrow().certificates()).containsExactly(leaf, intermediate);
        }

        @Test
        void evaluate_loopOfCrossSigns_ends() {
            X509Certificate aByB = intermediate("A", key("a"), "B", key("b")).mint();
            X509Certificate bByA = intermediate("B", key("b"), "A", key("a")).mint();
            X509Certificate end =
                    leaf("www.shop.example", key("leaf"), "A", key("a")).mint();

            TrustReport report = evaluate(end, aByB, bByA);

            assertThat(report.trusted()).isFalse();
            assertThat(report.anchorClass()).isEqualTo(AnchorClass.UNKNOWN);
            assertThat(report.paths()).hasSize(1);
        }

        @Test
        void evaluate_intermediateMissing_keepsThePartialPathAndNamesTheIssuer() {
            TrustReport report = evaluate(leaf);

            assertThat(report.trusted()).isFalse();
            assertThat(report.anchorClass()).isEqualTo(AnchorClass.UNKNOWN);
            assertThat(report.bestPath()
                            .orElseThrow()
                            .missingIssuer()
                            .orElseThrow()
                            .commonName())
                    .contains("Issuing");
            assertThat(errors(report)).containsExactly(FindingCode.ISSUER_NOT_FOUND, FindingCode.CHAIN_INCOMPLETE);
            assertThat(report.toString()).contains("CN=Issuing");
        }

        @Test
        void evaluate_manyNamesakes_staysWithinItsLimits() {
            List<X509Certificate> certificates = new ArrayList<>(List.of(leaf));
            for (int i = 0; i < 150; i++) {
                certificates.add(intermediate("Issuing", key("issuing"), "Issuing", key("issuing"))
                        .serial(java.math.BigInteger.valueOf(1000 + i))
                        .mint());
            }

            TrustReport report = evaluator.evaluate(CertificateChain.of(certificates), HOST, NOW);

            assertThat(report.has(FindingCode.LIMIT_REACHED)).isTrue();
            assertThat(report.trusted()).isFalse();
            assertThat(report.paths()).hasSizeLessThanOrEqualTo(16);
        }

        @Test
        void evaluate_deeperThanAllowed_saysSo() {
            TrustEvaluator shallow = TrustEvaluator.builder()
                    .publicRoots(AnchorSet.of("test roots", List.of(root)))
                    .maxDepth(1)
                    .build();

            TrustReport report = shallow.evaluate(chain(leaf, intermediate), HOST, NOW);

            assertThat(report.trusted()).isFalse();
            assertThat(report.has(FindingCode.LIMIT_REACHED)).isTrue();
        }
    }

    @Nested
    class Anchors {
        @Test
        void evaluate_selfSignedPresented_isLocalAndNotTrusted() {
            X509Certificate proxy = root("Proxy", key("proxy")).mint();
            X509Certificate forged = leaf("www.shop.example", key("forged"), "Proxy", key("proxy"))
                    .mint();

            TrustReport report = evaluate(forged, proxy);

            assertThat(report.trusted()).isFalse();
            assertThat(report.anchorClass()).isEqualTo(AnchorClass.LOCAL);
            assertThat(errors(report)).containsExactly(FindingCode.ANCHOR_NOT_GIVEN);
        }

        @Test
        void evaluate_extraAnchor_isLocalAndTrusted() {
            X509Certificate proxy = root("Proxy", key("proxy")).mint();
            X509Certificate forged = leaf("www.shop.example", key("forged"), "Proxy", key("proxy"))
                    .mint();
            TrustEvaluator with = TrustEvaluator.builder()
                    .extraAnchors(AnchorSet.of("company", List.of(proxy)))
                    .build();

            TrustReport report = with.evaluate(chain(forged), HOST, NOW);

            assertThat(report.trusted()).isTrue();
            assertThat(report.anchorClass()).isEqualTo(AnchorClass.LOCAL);
            assertThat(report.anchor().orElseThrow().label()).isEqualTo("company");
        }

        @Test
        void evaluate_selfSignedLeaf_endsInItself() {
            X509Certificate self = leaf("www.shop.example", key("leaf"), "www.shop.example", key("leaf"))
                    .mint();

            TrustReport alone = evaluate(self);
            TrustReport given = TrustEvaluator.builder()
                    .extraAnchors(AnchorSet.of("device", List.of(self)))
                    .build()
                    .evaluate(chain(self), HOST, NOW);

            assertThat(alone.anchorClass()).isEqualTo(AnchorClass.LOCAL);
            assertThat(errors(alone)).containsExactly(FindingCode.ANCHOR_NOT_GIVEN);
            assertThat(given.trusted()).isTrue();
        }

        @Test
        void evaluate_rootWithPublicNameAndOtherKey_isImpersonation() {
            X509Certificate fake = root("Root", key("fake")).mint();
            X509Certificate forged =
                    leaf("www.shop.example", key("forged"), "Root", key("fake")).mint();

            TrustReport report = evaluate(forged, fake);

            assertThat(report.anchorClass()).isEqualTo(AnchorClass.LOCAL);
            assertThat(errors(report))
                    .containsExactlyInAnyOrder(FindingCode.ANCHOR_NOT_GIVEN, FindingCode.IMPERSONATES_PUBLIC_ROOT);
        }

        @Test
        void evaluate_issuerNamedLikePublicRootWithoutItsSignature_isImpersonation() {
            X509Certificate forged =
                    leaf("www.shop.example", key("forged"), "Root", key("fake")).mint();

            TrustReport report = evaluate(forged);

            assertThat(report.anchorClass()).isEqualTo(AnchorClass.UNKNOWN);
            assertThat(errors(report))
                    .containsExactlyInAnyOrder(
                            FindingCode.ISSUER_NOT_FOUND,
                            FindingCode.IMPERSONATES_PUBLIC_ROOT,
                            FindingCode.CHAIN_INCOMPLETE,
                            FindingCode.SIGNATURE_INVALID);
        }

        @Test
        void evaluate_copiedIssuerWithOtherSignature_isAFinding() {
            X509Certificate forged = leaf("www.shop.example", key("forged"), "Issuing", key("fake"))
                    .mint();

            TrustReport report = evaluate(forged, intermediate);

            assertThat(report.trusted()).isFalse();
            assertThat(report.findings())
                    .filteredOn(f -> f.code().equals(FindingCode.SIGNATURE_INVALID))
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.certificateIndex()).hasValue(0);
                        assertThat(f.sentence()).contains("certificate 1");
                    });
        }

        @Test
        void evaluate_expiredAnchor_isNotTrusted() {
            X509Certificate old =
                    root("Old", key("old")).from("2010-01-01", 365).mint();
            X509Certificate end =
                    leaf("www.shop.example", key("leaf"), "Old", key("old")).mint();
            TrustEvaluator with = TrustEvaluator.builder()
                    .publicRoots(AnchorSet.of("old", List.of(old)))
                    .build();

            assertThat(errors(with.evaluate(chain(end), HOST, NOW))).containsExactly(FindingCode.ANCHOR_NOT_VALID);
        }
    }

    @Nested
    class Platform {
        @Test
        void evaluate_nameConstraintsBroken_isAFindingWithTheName() {
            X509Certificate constrained = intermediate("Issuing", key("issuing"), "Root", key("root"))
                    .extension(
                            Extension.nameConstraints,
                            true,
                            new NameConstraints(
                                    new GeneralSubtree[] {
                                        new GeneralSubtree(new GeneralName(GeneralName.dNSName, "other.example"))
                                    },
                                    null))
                    .mint();

            TrustReport report = evaluate(leaf, constrained);

            assertThat(report.trusted()).isFalse();
            assertThat(errors(report)).containsExactly(FindingCode.NAME_NOT_PERMITTED);
            assertThat(report.findings().toString()).contains("www.shop.example");
        }
    }

    @Nested
    class Input {
        @Test
        void evaluate_emptyChain_saysSo() {
            TrustReport report = evaluator.evaluate(CertificateChain.empty(), HOST, NOW);

            assertThat(report.trusted()).isFalse();
            assertThat(report.bestPath()).isEmpty();
            assertThat(errors(report)).containsExactly(FindingCode.CHAIN_EMPTY);
            assertThat(report.toString()).contains("no certificate");
        }

        @Test
        void evaluate_unreadableLeaf_saysSo() throws Exception {
            CertificateChain broken = CertificateChain.parse(List.of(new byte[] {0x30, 0}, intermediate.getEncoded()));

            TrustReport report = evaluator.evaluate(broken, HOST, NOW);

            assertThat(errors(report)).containsExactly(FindingCode.CERTIFICATE_UNREADABLE);
        }

        @Test
        void evaluate_withoutHost_doesNotCheckTheName() {
            TrustReport report = evaluator.evaluate(TrustRequest.of(chain(leaf, intermediate), NOW));

            assertThat(report.trusted()).isTrue();
            assertThat(report.hostname()).isEmpty();
        }

        @Test
        void evaluate_checkThatThrows_failsClosed() {
            TrustEvaluator with = TrustEvaluator.builder()
                    .publicRoots(AnchorSet.of("test roots", List.of(root)))
                    .checks(List.of(path -> {
                        throw new IllegalStateException("no");
                    }))
                    .build();

            TrustReport report = with.evaluate(chain(leaf, intermediate), HOST, NOW);

            assertThat(errors(report)).containsExactly(FindingCode.CHECK_FAILED);
        }

        @Test
        void of_momentOutOfRange_throws() {
            assertThatThrownBy(() -> TrustRequest.of(chain(leaf), Instant.MAX))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at must be");
        }

        @Test
        void maxPaths_zero_throws() {
            assertThatThrownBy(() -> TrustEvaluator.builder().maxPaths(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("paths");
        }
    }
}
