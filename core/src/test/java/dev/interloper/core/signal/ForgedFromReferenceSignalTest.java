package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was copied from the server's own certificate. */
class ForgedFromReferenceSignalTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-05-01T00:00:00Z");
    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();

    private final Signal signal = new ForgedFromReferenceSignal();

    private static Minting forgery() {
        return TestPki.bareLeaf(HOST).key(TestPki.key("engine"));
    }

    private static Minting renewed(Minting leaf) {
        return leaf.valid(TestPki.NOW.minus(Duration.ofDays(2)), Duration.ofDays(90));
    }

    @Test
    void examine_datesCopied_isDecisive() {
        Evidence evidence =
                one(signal, Compared.withGenuine(forgery().serial(77).mint(), ORIGIN));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(8);
        assertThat(evidence.statement())
                .contains("dates are the reference's to the second")
                .doesNotContain("serial");
    }

    @Test
    void examine_lastBitsOfTheSerialChanged_isDecisive() {
        X509Certificate origin = TestPki.publicLeaf(HOST).mint();
        X509Certificate forged =
                renewed(forgery().serial("5a3f00c1d2e4b5967788a9bb1fffffff")).mint();
        Evidence evidence = one(signal, Compared.withGenuine(forged, origin));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.statement()).contains("but for its last 29 bits").doesNotContain("dates");
    }

    @Test
    void examine_shortSerialByChanceTheSame_isSilent() {
        X509Certificate origin = TestPki.publicLeaf(HOST).serial(1).mint();
        assertThat(signal.examine(
                        Compared.withGenuine(renewed(forgery().serial(1)).mint(), origin)))
                .isEmpty();
    }

    @Test
    void examine_datesAtMidnight_areStrongOnly() {
        X509Certificate origin =
                TestPki.publicLeaf(HOST).valid(MIDNIGHT, Duration.ofDays(90)).mint();
        Evidence evidence = one(
                signal,
                Compared.withGenuine(
                        forgery()
                                .serial(77)
                                .valid(MIDNIGHT, Duration.ofDays(90))
                                .mint(),
                        origin));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
    }

    @Test
    void examine_nothingCopied_isSilent() {
        assertThat(signal.examine(
                        Compared.withGenuine(renewed(forgery().serial(77)).mint(), ORIGIN)))
                .isEmpty();
    }

    @Test
    void examine_twoPublicCertificatesOfOneSecond_areSilent() {
        X509Certificate other = TestPki.publicLeaf(HOST).key(TestPki.rsa(2048)).mint();
        assertThat(signal.examine(Compared.withGenuine(other, ORIGIN))).isEmpty();
    }

    @Test
    void examine_undecidedReference_onlyTheCopyIsConvicted() {
        X509Certificate origin = TestPki.privateLeaf(HOST).mint();
        X509Certificate forged = TestPki.leaf(
                        TestPki.authority("CN=Other", TestPki.key("o"), "CN=Other", TestPki.key("o"))
                                .mint(),
                        TestPki.key("o"),
                        HOST)
                .key(TestPki.key("engine"))
                .mint();
        Observation bad = Compared.with(ReferenceStanding.UNDECIDED, List.of(forged), List.of(origin));
        Observation good = Compared.with(ReferenceStanding.UNDECIDED, List.of(origin), List.of(forged));
        assertThat(one(signal, bad).grade()).isEqualTo(Grade.DECISIVE);
        assertThat(one(signal, bad).statement()).contains("it is the copy of both");
        assertThat(one(signal, good).grade()).isEqualTo(Grade.WEAK);
        assertThat(one(signal, good).statement()).contains("nothing tells which");
    }

    @Test
    void examine_interceptedReference_isSilent() {
        assertThat(signal.examine(Compared.with(
                        ReferenceStanding.INTERCEPTED,
                        List.of(forgery().mint()),
                        List.of(ORIGIN, TestPki.PUBLIC_ROOT))))
                .isEmpty();
    }
}
