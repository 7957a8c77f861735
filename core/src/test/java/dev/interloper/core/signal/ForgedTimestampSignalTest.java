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
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** Timestamps that logs made for another certificate. */
class ForgedTimestampSignalTest {

    private final Signal signal = new ForgedTimestampSignal();

    private static X509Certificate genuine(String... logs) {
        return Logs.logged(TestPki.publicLeaf(HOST), TestPki.key("public"), logs);
    }

    private static X509Certificate forged(String... logs) {
        return Logs.copied(genuine(logs), TestPki.bareLeaf(HOST));
    }

    @Test
    void examine_copiedTimestamp_isDecisive() {
        Evidence evidence = one(signal, Logs.seen(HOST, forged(KESTREL), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(7);
        assertThat(evidence.statement()).startsWith("a signed certificate timestamp in it was made for another");
    }

    @Test
    void examine_severalCopied_countsThem() {
        Evidence evidence = one(signal, Logs.seen(HOST, forged(KESTREL, OSPREY), TestPki.PRIVATE_ROOT));
        assertThat(evidence.weight()).isEqualTo(7);
        assertThat(evidence.statement()).startsWith("2 signed certificate timestamps in it were made for another");
    }

    @Test
    void examine_oneCopiedBesideOneOfItsOwn_speaks() {
        X509Certificate shown = TestPki.bareLeaf(HOST).mint();
        X509Certificate other = TestPki.publicLeaf(HOST).withoutTimestamps().mint();
        X509Certificate leaf = Logs.withTimestamps(
                TestPki.bareLeaf(HOST),
                Logs.timestamp(KESTREL, shown, TestPki.key("private")),
                Logs.timestamp(OSPREY, other, TestPki.key("public")));
        assertThat(one(signal, Logs.seen(HOST, leaf, TestPki.PRIVATE_ROOT)).statement())
                .startsWith("a signed certificate timestamp");
    }

    @Test
    void examine_itsOwnTimestamps_isSilent() {
        assertThat(signal.examine(Logs.seen(HOST, genuine(KESTREL, OSPREY), TestPki.PUBLIC_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_logThatNobodyKnows_isSilent() {
        assertThat(signal.examine(Logs.seen(HOST, forged("a log of nobody's"), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_issuerNotSent_cannotBeCheckedAndIsSilent() {
        assertThat(signal.examine(Logs.seen(HOST, forged(KESTREL)))).isEmpty();
    }

    @Test
    void examine_logsNotAsked_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, forged(KESTREL), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
