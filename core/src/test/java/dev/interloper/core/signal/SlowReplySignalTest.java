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
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TCP answers at once, TLS does not. */
class SlowReplySignalTest {

    private static final List<X509Certificate> CHAIN =
            List.of(TestPki.bareLeaf(HOST).mint());

    private final Signal signal = new SlowReplySignal();

    private static Exchange answeredAfter(Exchange opened, double millis) {
        return opened.client(Tls.handshake(Tls.clientHello(HOST)))
                .after(millis)
                .server(Tls.handshake(Tls.serverHello(), Tls.certificate(CHAIN), Tls.serverHelloDone()));
    }

    @Test
    void examine_slow_isWeakWithBothTimes() {
        Evidence evidence = one(signal, Seen.handshake(answeredAfter(Exchange.opened(), 350)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.7);
        assertThat(evidence.statement()).contains("took 350.0 ms", "round trip takes 40.0 ms");
    }

    @ParameterizedTest
    @ValueSource(doubles = {41, 90, 119})
    void examine_withinThreeRoundTrips_isSilent(double millis) {
        assertThat(signal.examine(Seen.handshake(answeredAfter(Exchange.opened(), millis))))
                .isEmpty();
    }

    @Test
    void examine_throughAnExplicitProxy_isSilent() {
        Exchange tunnel = Exchange.opened()
                .client("CONNECT " + HOST + ":443 HTTP/1.1\r\n\r\n")
                .after(41)
                .server("HTTP/1.1 200 OK\r\n\r\n")
                .after(1);
        assertThat(signal.examine(Seen.handshake(answeredAfter(tunnel, 350)))).isEmpty();
    }

    @Test
    void examine_unreliableCapture_isSilent() {
        Exchange lossy = answeredAfter(Exchange.opened(), 350).serverLost(7).after(1);
        lossy.server(Tls.handshake(Tls.serverHelloDone())).closed();
        assertThat(signal.examine(Seen.handshake(lossy))).isEmpty();
    }
}
