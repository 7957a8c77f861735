package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.fixture.TestPki.NOW;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The same host twice, with different certificates. */
class ChangedLeafSignalTest {

    private static final KeyPair ENGINE = TestPki.key("engine");
    private static final Duration QUARTER = Duration.ofDays(90);
    /** Issued 30 days ago, at an odd second. */
    private static final Instant ISSUED = NOW.minus(Duration.ofDays(30)).plusSeconds(17);

    private static final X509Certificate GENUINE =
            TestPki.publicLeaf(HOST).valid(ISSUED, QUARTER).mint();

    private final Signal signal = new ChangedLeafSignal();

    private static Minting minted() {
        return TestPki.bareLeaf(HOST).key(ENGINE).serial(0x7fff_1234_5678_9abcL);
    }

    /** A connection in whose capture these two leaves were shown for the host. */
    private static Observation seen(X509Certificate leaf, X509Certificate other) {
        return capture(leaf, other).around(HOST, leaf, TestPki.PRIVATE_ROOT);
    }

    private static Neighbours capture(X509Certificate leaf, X509Certificate other) {
        return new Neighbours().with(HOST, other).with(HOST, leaf);
    }

    @Nested
    class BesidePublic {

        private final X509Certificate forged = minted().valid(NOW.minus(Duration.ofDays(2)), Duration.ofDays(367))
                .mint();

        @Test
        void examine_privateBesidePublic_isWeakAndNamesBothIssuers() {
            Evidence evidence = one(signal, seen(forged, GENUINE));
            assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
            assertThat(evidence.weight()).isBetween(1.0, 1.5);
            assertThat(evidence.statement())
                    .contains("also showed a certificate by \"CN=Kestrel Public Root\"", "public authority's marks")
                    .contains("this one, by \"CN=Contoso Private Root\"");
        }

        @Test
        void examine_thePublicOfBoth_isSilent() {
            assertThat(signal.examine(capture(forged, GENUINE).around(HOST, GENUINE)))
                    .isEmpty();
        }

        @Test
        void examine_twoPublicIssuersOfACdn_isSilentOnBoth() {
            KeyPair second = TestPki.key("second public");
            X509Certificate intermediate = TestPki.authority(
                            "CN=Kestrel Second CA", second, "CN=Kestrel Public Root", TestPki.key("public"))
                    .mint();
            X509Certificate other = TestPki.leaf(intermediate, second, HOST)
                    .marked()
                    .key(ENGINE)
                    .valid(ISSUED, QUARTER)
                    .mint();
            Neighbours capture = capture(GENUINE, other);
            assertThat(signal.examine(capture.around(HOST, GENUINE))).isEmpty();
            assertThat(signal.examine(capture.around(HOST, other, intermediate)))
                    .isEmpty();
        }

        @Test
        void examine_loggedLeafWhoseIssuerWasNotSent_isSilent() {
            X509Certificate unvouched = TestPki.privateLeaf(HOST).key(ENGINE).mint();
            assertThat(signal.examine(capture(unvouched, GENUINE).around(HOST, unvouched)))
                    .isEmpty();
        }

        @Test
        void examine_ownersAuthorityBeingReplacedByAPublicOne_isSilent() {
            X509Certificate old =
                    minted().valid(NOW.minus(Duration.ofDays(80)), QUARTER).mint();
            assertThat(signal.examine(seen(old, GENUINE))).isEmpty();
        }

        @Test
        void examine_olderButFarFromItsEnd_speaks() {
            X509Certificate old = minted().valid(NOW.minus(Duration.ofDays(31)), Duration.ofDays(365))
                    .mint();
            assertThat(signal.examine(seen(old, GENUINE))).hasSize(1);
        }

        @Test
        void examine_otherHasNoMarks_isSilent() {
            X509Certificate other =
                    TestPki.authority("CN=Other", ENGINE, "CN=Other", ENGINE).mint();
            X509Certificate unmarked = TestPki.leaf(other, ENGINE, HOST).mint();
            assertThat(signal.examine(seen(forged, unmarked))).isEmpty();
        }

        @Test
        void examine_marksWithheld_isSilent() {
            Observation blind = capture(forged, GENUINE)
                    .beside(HOST, forged, TestPki.PRIVATE_ROOT)
                    .withhold(Set.of(EvidenceKind.PUBLIC_MARKS))
                    .build();
            assertThat(signal.examine(blind)).isEmpty();
        }

        @Test
        void examine_portalForItsOwnName_isSilent() {
            X509Certificate portal = TestPki.bareLeaf("portal.example").mint();
            assertThat(signal.examine(seen(portal, GENUINE))).isEmpty();
            X509Certificate publicPortal = TestPki.publicLeaf("portal.example").mint();
            assertThat(signal.examine(seen(forged, publicPortal))).isEmpty();
        }

        @Test
        void examine_publicLeafOfAnotherHost_isSilent() {
            X509Certificate shop = TestPki.publicLeaf("shop.northwind.example").mint();
            Neighbours capture = new Neighbours().with(HOST, forged).with("shop.northwind.example", shop);
            assertThat(signal.examine(capture.around(HOST, forged, TestPki.PRIVATE_ROOT)))
                    .isEmpty();
        }

        @Test
        void examine_manyMinted_doNotCrowdOutThePublicOne() {
            Neighbours capture = capture(forged, GENUINE);
            for (int i = 1; i <= 200; i++) {
                capture.with(HOST, minted().serial(i).mint());
            }
            assertThat(one(signal, capture.around(HOST, forged, TestPki.PRIVATE_ROOT))
                            .statement())
                    .contains("Kestrel Public Root");
        }
    }

    @Nested
    class CopiedDates {

        private final X509Certificate forged = minted().valid(ISSUED, QUARTER).mint();

        @Test
        void examine_datesOfTheOtherAuthoritys_isStrongAndShowsThem() {
            Evidence evidence = one(signal, seen(forged, GENUINE));
            assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
            assertThat(evidence.weight()).isBetween(2.0, 3.0);
            assertThat(evidence.statement())
                    .contains("CN=Kestrel Public Root", "CN=Contoso Private Root")
                    .contains("to the second, 2026-05-02T12:00:17Z to 2026-07-31T12:00:16Z");
        }

        @Test
        void examine_oneSecondApart_isNotCalledCopied() {
            X509Certificate close =
                    minted().valid(ISSUED.plusSeconds(1), QUARTER).mint();
            assertThat(one(signal, seen(close, GENUINE)).grade()).isEqualTo(Grade.WEAK);
        }

        @Test
        void examine_issuersNameHoldsControlCharacters_isEscaped() {
            String name = "CN=Red\u001b[31m\nRoot";
            X509Certificate root = TestPki.authority(name, ENGINE, name, ENGINE).mint();
            X509Certificate leaf =
                    TestPki.leaf(root, ENGINE, HOST).valid(ISSUED, QUARTER).mint();
            String statement =
                    one(signal, capture(leaf, GENUINE).around(HOST, leaf, root)).statement();
            assertThat(statement).contains("Red", "Root");
            assertThat(statement.codePoints()).allMatch(c -> c >= ' ' && c < 0x7f);
        }
    }

    @Nested
    class MintedAnew {

        private X509Certificate leaf(long serial, KeyPair key, Instant from) {
            return minted().serial(serial).key(key).valid(from, QUARTER).mint();
        }

        private final X509Certificate first = leaf(0x7fff_1111_2222_3333L, ENGINE, ISSUED);

        @Test
        void examine_sameDatesOtherNumbers_isWeakAndCountsThem() {
            X509Certificate second = leaf(0x7fff_1111_2222_4444L, TestPki.key("engine 2"), ISSUED);
            X509Certificate third = leaf(0x7fff_1111_2222_5555L, ENGINE, ISSUED);
            Evidence evidence =
                    one(signal, capture(first, second).with(HOST, third).around(HOST, first, TestPki.PRIVATE_ROOT));
            assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
            assertThat(evidence.weight()).isBetween(0.5, 1.2);
            assertThat(evidence.statement())
                    .contains("showed 3 certificates by \"CN=Contoso Private Root\"", "2026-05-02T12:00:17Z");
        }

        @Test
        void examine_renewed_isSilent() {
            X509Certificate renewed =
                    leaf(0x7fff_1111_2222_4444L, TestPki.key("engine 2"), NOW.minus(Duration.ofDays(1)));
            assertThat(signal.examine(seen(first, renewed))).isEmpty();
            assertThat(signal.examine(seen(renewed, first))).isEmpty();
        }

        @Test
        void examine_severalMachinesWithLeavesOfTheirOwn_isSilent() {
            X509Certificate machine = leaf(0x7fff_1111_2222_4444L, TestPki.key("engine 2"), ISSUED.plusSeconds(2));
            assertThat(signal.examine(seen(first, machine))).isEmpty();
        }

        @Test
        void examine_datesThatTheAuthorityRounds_isSilent() {
            Instant midnight = Instant.parse("2026-05-02T00:00:00Z");
            X509Certificate one = leaf(0x7fff_1111_2222_3333L, ENGINE, midnight);
            X509Certificate other = leaf(0x7fff_1111_2222_4444L, TestPki.key("engine 2"), midnight);
            assertThat(signal.examine(seen(one, other))).isEmpty();
        }

        @Test
        void examine_aServersRsaAndEcdsaLeaves_isSilent() {
            X509Certificate rsa = leaf(0x7fff_1111_2222_4444L, TestPki.rsa(2048), ISSUED);
            assertThat(signal.examine(seen(first, rsa))).isEmpty();
        }
    }

    @Test
    void examine_oneLeafSeenTwice_isSilent() {
        X509Certificate forged = minted().mint();
        assertThat(signal.examine(seen(forged, forged))).isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate nas =
                TestPki.bareLeaf("nas.local").valid(ISSUED, QUARTER).mint();
        X509Certificate other = TestPki.publicLeaf("nas.local")
                .key(ENGINE)
                .valid(ISSUED, QUARTER)
                .mint();
        Neighbours capture = new Neighbours().with("nas.local", nas).with("nas.local", other);
        assertThat(signal.examine(capture.around("nas.local", nas, TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_lookedAtByItself_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, minted().mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
