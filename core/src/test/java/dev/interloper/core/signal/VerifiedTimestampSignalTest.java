package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static dev.interloper.core.signal.Logs.KESTREL;
import static dev.interloper.core.signal.Logs.OSPREY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** Timestamps that verify, whatever root the chain leads to. */
class VerifiedTimestampSignalTest {

    private static final KeyPair ISSUER = TestPki.key("private");

    private final Signal signal = new VerifiedTimestampSignal();

    private static X509Certificate logged(String... logs) {
        return Logs.logged(TestPki.bareLeaf(HOST), ISSUER, logs);
    }

    @Test
    void examine_twoLogs_isDecisiveAgainst() {
        Evidence evidence = one(signal, Logs.seen(HOST, logged(KESTREL, OSPREY), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(-6);
        assertThat(evidence.statement()).startsWith("2 certificate transparency logs vouch");
    }

    @Test
    void examine_oneLog_isStrongAgainst() {
        Evidence evidence = one(signal, Logs.seen(HOST, logged(KESTREL), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(-4);
        assertThat(evidence.statement()).startsWith("a certificate transparency log vouches");
    }

    @Test
    void examine_oneLogTwice_isOneLog() {
        Evidence evidence = one(signal, Logs.seen(HOST, logged(KESTREL, KESTREL), TestPki.PRIVATE_ROOT));
        assertThat(evidence.weight()).isEqualTo(-4);
        assertThat(evidence.statement()).startsWith("a certificate transparency log vouches");
    }

    @Test
    void examine_oneKnownAndOneUnknownLog_countsTheKnownOne() {
        assertThat(one(signal, Logs.seen(HOST, logged(KESTREL, "a log of nobody's"), TestPki.PRIVATE_ROOT))
                        .weight())
                .isEqualTo(-4);
    }

    @Test
    void examine_forOtherNames_isContext() {
        Evidence evidence = one(signal, Logs.seen("portal.example", logged(KESTREL, OSPREY), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.weight()).isZero();
        assertThat(evidence.statement()).contains("for other names");
    }

    @Test
    void examine_copiedOneBeside_isSilent() {
        X509Certificate shown = TestPki.bareLeaf(HOST).mint();
        X509Certificate other = TestPki.publicLeaf(HOST).withoutTimestamps().mint();
        X509Certificate leaf = Logs.withTimestamps(
                TestPki.bareLeaf(HOST),
                Logs.timestamp(KESTREL, shown, ISSUER),
                Logs.timestamp(OSPREY, other, TestPki.key("public")));
        assertThat(signal.examine(Logs.seen(HOST, leaf, TestPki.PRIVATE_ROOT))).isEmpty();
    }

    @Test
    void examine_unknownLog_isSilent() {
        assertThat(signal.examine(Logs.seen(HOST, logged("a log of nobody's"), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_noTimestamp_isSilent() {
        assertThat(signal.examine(Logs.seen(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_logsNotAsked_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, logged(KESTREL, OSPREY), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
