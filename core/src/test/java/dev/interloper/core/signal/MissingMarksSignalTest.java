package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What public authorities put in, and engines leave out. */
class MissingMarksSignalTest {

    private final Signal signal = new MissingMarksSignal();

    private static Observation stapled(byte[] hello, byte[]... rest) {
        X509Certificate leaf = TestPki.privateLeaf(HOST).withoutTimestamps().mint();
        Exchange exchange = Exchange.opened()
                .client(Tls.handshake(Tls.clientHello(HOST)))
                .server(Tls.handshake(
                        Tls.join(hello, Tls.certificate(List.of(leaf)), Tls.join(rest), Tls.serverHelloDone())));
        return Seen.builder(HOST, leaf).handshake(exchange.handshake()).build();
    }

    @Test
    void examine_noMarkAtAll_isWeakAndNamesAllFour() {
        Evidence evidence = one(signal, Seen.chain(HOST, TestPki.bareLeaf(HOST).mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isCloseTo(1.6, within(1e-9));
        assertThat(evidence.statement())
                .endsWith("it has no signed certificate timestamp, no authority information access,"
                        + " no CRL distribution point, no certificate policy");
    }

    @Test
    void examine_oneMissing_weighsLess() {
        Evidence evidence = one(signal, stapled(Tls.serverHello()));
        assertThat(evidence.weight()).isCloseTo(0.4, within(1e-9));
        assertThat(evidence.statement()).endsWith("it has no signed certificate timestamp");
    }

    @Test
    void examine_timestampsInServerHello_isSilent() {
        assertThat(signal.examine(stapled(Tls.serverHelloWithTimestamps()))).isEmpty();
    }

    @Test
    void examine_stapledResponse_mayHoldTimestamps() {
        assertThat(signal.examine(stapled(Tls.serverHello(), Tls.certificateStatus())))
                .isEmpty();
    }

    @Test
    void examine_allThere_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.privateLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_selfSigned_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.selfSigned(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        assertThat(signal.examine(
                        Seen.chain("nas.local", TestPki.bareLeaf("nas.local").mint())))
                .isEmpty();
    }
}
