package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A media client's hello that only looks like TLS. */
class PseudoTlsSignalTest {

    private final Signal signal = new PseudoTlsSignal();

    private static Exchange asked() {
        return Exchange.opened(Exchange.SERVER, 443)
                .client(Tls.handshake(Tls.pseudoClientHello()))
                .after(41);
    }

    @Test
    void examine_relaysAnswer_isDecisiveAgainst() {
        Evidence evidence = one(
                signal,
                Seen.handshake(asked().server(Tls.handshake(Tls.serverHello(0x0301, 0x0018), Tls.serverHelloDone()))));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isNegative();
        assertThat(evidence.statement()).contains("as a media relay does");
    }

    @Test
    void examine_certificateSent_isDecisiveFor() {
        Evidence evidence = one(
                signal,
                Seen.handshake(asked().server(Tls.handshake(
                        Tls.serverHello(0x0301, 0x002f),
                        Tls.certificate(List.of(TestPki.bareLeaf(HOST).mint())),
                        Tls.serverHelloDone()))));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isPositive();
    }

    @Test
    void examine_refused_isStrongOnly() {
        Evidence evidence = one(signal, Seen.handshake(asked().server(Tls.alert(2, 40))));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isPositive();
        assertThat(evidence.statement()).contains("fatal handshake_failure");
    }

    @Test
    void examine_otherAnswer_isSilent() {
        assertThat(signal.examine(Seen.handshake(
                        asked().server(Tls.handshake(Tls.serverHello(0x0301, 0x002f), Tls.serverHelloDone())))))
                .isEmpty();
    }

    @Test
    void examine_ordinaryHello_isSilent() {
        assertThat(signal.examine(Seen.handshake(Exchange.opened()
                        .client(Tls.handshake(Tls.clientHello(HOST)))
                        .after(41)
                        .server(Tls.alert(2, 40)))))
                .isEmpty();
    }
}
