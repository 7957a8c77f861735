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
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flight in pieces: never more than weak. */
class FlightSplitSignalTest {

    private static final List<X509Certificate> CHAIN =
            List.of(TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT);

    private final Signal signal = new FlightSplitSignal();

    private static Exchange asked() {
        return Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST))).after(41);
    }

    /** ServerHello in one packet, the rest in another some time later. */
    private static Observation split(double millis) {
        return Seen.handshake(asked().server(Tls.handshake(Tls.serverHello()))
                .after(0.05)
                .clientAck()
                .after(millis - 0.05)
                .server(Tls.handshake(Tls.certificate(CHAIN), Tls.serverHelloDone())));
    }

    @Test
    void examine_heldForARoundTrip_isWeakAndSaysThatItProvesNothing() {
        Evidence evidence = one(signal, split(40.4));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.4);
        assertThat(evidence.packets()).containsExactly(5L, 7L);
        assertThat(evidence.statement())
                .contains(
                        "ServerHello and Certificate came in different packets (5 and 7), 40.4 ms apart",
                        "Nagle",
                        "the split proves nothing; who issued the certificate does");
    }

    @Test
    void examine_backToBack_namesInnocentStacks() {
        assertThat(one(signal, split(0.3)).statement()).contains("0.3 ms apart: back to back", "SSLSocket");
    }

    @Test
    void examine_pauseThatTheNetworkDoesNotExplain_weighsMoreAndStaysWeak() {
        Evidence evidence = one(signal, split(400));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.7);
        assertThat(evidence.statement()).contains("400.0 ms apart", "minted at that moment, or fetched");
    }

    @Test
    void examine_splitElsewhere_isContextOnly() {
        Evidence evidence = one(
                signal,
                Seen.handshake(asked().server(Tls.handshake(Tls.serverHello(), Tls.certificate(CHAIN)))
                        .after(0.2)
                        .server(Tls.handshake(Tls.serverHelloDone()))));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.statement()).contains("Certificate and ServerHelloDone", "innocent");
    }

    @Test
    void examine_cutInsideALongMessage_isContextOnly() {
        X509Certificate[] chain = new X509Certificate[6];
        Arrays.fill(chain, TestPki.PRIVATE_ROOT);
        Evidence evidence = one(signal, Seen.handshake(Exchange.answering(HOST, List.of(chain))));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.weight()).isZero();
        assertThat(evidence.statement()).contains("inside Certificate", "innocent");
    }

    @Test
    void examine_unreliableCapture_isContextWithTheReason() {
        Exchange lossy = asked().server(Tls.handshake(Tls.serverHello()))
                .after(400)
                .server(Tls.handshake(Tls.certificate(CHAIN)))
                .serverLost(100)
                .after(1)
                .server(Tls.handshake(Tls.serverHelloDone()))
                .after(1)
                .closed();
        Evidence evidence = one(signal, Seen.handshake(lossy));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.statement()).contains("not judged", "100 bytes of the server are missing");
    }

    @Test
    void examine_wholeFlight_isSilent() {
        assertThat(signal.examine(Seen.handshake(Exchange.answering(HOST, CHAIN))))
                .isEmpty();
    }

    @Test
    void examine_noServerHello_isSilent() {
        assertThat(signal.examine(Seen.handshake(asked()))).isEmpty();
    }

    @Test
    void examine_noHandshake_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, CHAIN.get(0)))).isEmpty();
    }
}
