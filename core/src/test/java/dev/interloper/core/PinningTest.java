package dev.interloper.core;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.fixture.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.pin.HostPattern;
import dev.interloper.certs.pin.Pin;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.pin.PinSet;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.PinSighting;
import dev.interloper.core.spi.PinSighting.Standing;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the pinned keys of a host are, and what becomes of a verdict. */
class PinningTest {

    private static final X509Certificate LEAF = TestPki.privateLeaf(HOST).mint();
    private static final X509Certificate FORGED =
            TestPki.bareLeaf(HOST).key(TestPki.key("engine")).mint();

    private static PinPolicy pinned(String pattern, X509Certificate... keys) {
        return PinPolicy.builder().add(pattern, texts(keys)).build();
    }

    private static String[] texts(X509Certificate... keys) {
        return Arrays.stream(keys).map(key -> Pin.of(key).toString()).toArray(String[]::new);
    }

    private static Optional<PinSighting> sighting(PinPolicy pins, X509Certificate... chain) {
        var seen = Seen.chain(HOST, chain);
        return Pinning.of(pins, ServerName.parse(HOST), seen.trust().orElseThrow(), NOW);
    }

    private static Standing standing(PinPolicy pins, X509Certificate... chain) {
        return sighting(pins, chain).orElseThrow().standing();
    }

    @Test
    void of_leafKeyPinned_countsThoughNobodyTrustsTheAuthority() {
        assertThat(sighting(pinned(HOST, LEAF), LEAF, TestPki.PRIVATE_ROOT)).hasValueSatisfying(pins -> {
            assertThat(pins.standing()).isEqualTo(Standing.LEAF_KEY);
            assertThat(pins.statement())
                    .contains("the certificate has a pinned key", Pin.of(LEAF).toString());
        });
    }

    @Test
    void of_rootPinned_countsOnAValidatedPathOnly() {
        X509Certificate served = TestPki.publicLeaf(HOST).mint();
        assertThat(standing(pinned(HOST, TestPki.PUBLIC_ROOT), served)).isEqualTo(Standing.PATH);
        assertThat(standing(pinned(HOST, TestPki.PRIVATE_ROOT), LEAF, TestPki.PRIVATE_ROOT))
                .isEqualTo(Standing.SENT_ONLY);
    }

    @Test
    void of_genuineCertificateSentBehindAForgedOne_isSentOnly() {
        assertThat(standing(pinned(HOST, LEAF), FORGED, LEAF)).isEqualTo(Standing.SENT_ONLY);
    }

    @Test
    void of_noPinnedKey_isAMismatch() {
        assertThat(sighting(pinned(HOST, LEAF), FORGED, TestPki.PRIVATE_ROOT))
                .contains(new PinSighting(
                        Standing.MISMATCH, "none of the keys that are pinned for " + HOST + " is in the chain"));
    }

    @Test
    void of_otherHostOrExpiredSet_isNothing() {
        PinSet expired = PinSet.builder("old")
                .add(Pin.of(LEAF))
                .expires(NOW.minus(Duration.ofDays(1)))
                .build();
        assertThat(sighting(pinned("other.example", LEAF), FORGED)).isEmpty();
        assertThat(sighting(
                        PinPolicy.builder()
                                .add(HostPattern.parse(HOST), expired)
                                .build(),
                        FORGED))
                .isEmpty();
        assertThat(sighting(PinPolicy.builder().exempt(HOST).build(), FORGED)).isEmpty();
        assertThat(sighting(PinPolicy.builder().build(), FORGED)).isEmpty();
    }

    private static Verdict verdict(Interloper.Builder with, X509Certificate... chain) {
        return with.publicRoots(TestPki.PUBLIC_ROOTS)
                .build()
                .chain(CertificateChain.of(List.of(chain)))
                .host(HOST)
                .at(NOW)
                .inspect()
                .verdict();
    }

    @Test
    void verdict_pinnedLeafOfAPrivateAuthority_isDirect() {
        Interloper.Builder pinned = Interloper.builder().pins(pinned(HOST, LEAF));
        assertThat(verdict(Interloper.builder(), LEAF).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict(pinned, LEAF).outcome()).isEqualTo(Outcome.DIRECT);
    }

    @Test
    void verdict_pinnedLeafThatLooksMinted_isDirectAllTheSame() {
        X509Certificate minted = TestPki.bareLeaf(HOST)
                .valid(NOW.minusSeconds(2), Duration.ofDays(300))
                .mint();
        assertThat(verdict(Interloper.builder(), minted).outcome()).isEqualTo(Outcome.INTERCEPTED);
        assertThat(verdict(Interloper.builder().pins(pinned(HOST, minted)), minted)
                        .outcome())
                .isEqualTo(Outcome.DIRECT);
    }

    @Test
    void verdict_pinnedKeyMissing_isLikelierIntercepted() {
        Interloper.Builder pinned = Interloper.builder().pins(pinned(HOST, LEAF));
        assertThat(verdict(pinned, FORGED).probability())
                .isGreaterThan(verdict(Interloper.builder(), FORGED).probability());
        assertThat(verdict(pinned, FORGED).evidence())
                .extracting(Evidence::signal)
                .contains("pins.key");
    }

    @Test
    void verdict_pinnedAuthorityThatTheClientTrusts_isDirect() {
        Interloper.Builder pinned = Interloper.builder()
                .extraAnchors(AnchorSet.of("own", List.of(TestPki.PRIVATE_ROOT)))
                .pins(pinned(HOST, TestPki.PRIVATE_ROOT));
        assertThat(verdict(pinned, LEAF).outcome()).isEqualTo(Outcome.DIRECT);
    }

    @Test
    void verdict_rootsWithheld_looksAtNoPins() {
        Interloper.Builder pinned =
                Interloper.builder().pins(pinned(HOST, LEAF)).withhold(EvidenceKind.ROOTS);
        assertThat(verdict(pinned, LEAF).evidence())
                .extracting(Evidence::signal)
                .doesNotContain("pins.key");
    }
}
