package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static dev.interloper.core.signal.Hellos.ECDHE_AES;
import static dev.interloper.core.signal.Hellos.TLS12;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 is offered, and nobody takes it up. */
class UnansweredAlpnSignalTest {

    private static final byte[] ASKED = Tls.clientHelloOffering(HOST, Tls.protocols("h2", "http/1.1"));

    private final Signal signal = new UnansweredAlpnSignal();

    @Test
    void examine_noAnswerToHttp2_isWeak() {
        Evidence evidence = one(signal, Hellos.answered(ASKED, Tls.serverHello()));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.3);
        assertThat(evidence.statement()).contains("HTTP/2 was not answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "http/1.1"})
    void examine_anyAnswer_isSilent(String protocol) {
        byte[] hello = Tls.serverHello(TLS12, ECDHE_AES, Tls.protocols(protocol));
        assertThat(signal.examine(Hellos.answered(ASKED, hello))).isEmpty();
    }

    @Test
    void examine_noOffer_isSilent() {
        assertThat(signal.examine(Hellos.answered(Tls.clientHello(HOST), Tls.serverHello())))
                .isEmpty();
    }

    @Test
    void examine_offerWithoutHttp2_isSilent() {
        byte[] asked = Tls.clientHelloOffering(HOST, Tls.protocols("http/1.1", "h2c"));
        assertThat(signal.examine(Hellos.answered(asked, Tls.serverHello()))).isEmpty();
    }

    @Test
    void examine_tls13_cannotSeeTheAnswerAndIsSilent() {
        assertThat(signal.examine(Hellos.answered(ASKED, Tls.serverHello13()))).isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        Observation seen = Hellos.answered(ASKED, Tls.serverHello());
        Observation internal = Observation.at(TestPki.NOW)
                .serverName(ServerName.parse("nas.local"))
                .handshake(seen.handshake().orElseThrow())
                .build();
        assertThat(signal.examine(internal)).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(Hellos.answered(TestPki.publicLeaf(HOST).mint(), ASKED, Tls.serverHello())))
                .isEmpty();
    }

    @Test
    void examine_noAnswer_isSilent() {
        assertThat(signal.examine(Hellos.unanswered(ASKED))).isEmpty();
    }
}
