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

/** One server at two distances. */
class ChangedHopsSignalTest {

    private static final List<X509Certificate> CHAIN =
            List.of(TestPki.bareLeaf(HOST).mint());

    private final Signal signal = new ChangedHopsSignal();

    private static Exchange greeted() {
        return Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST))).after(41);
    }

    private static Exchange answer(Exchange greeted) {
        return greeted.server(Tls.handshake(Tls.serverHello(), Tls.certificate(CHAIN), Tls.serverHelloDone()));
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 117, 255})
    void examine_bytesFromElsewhere_isWeakWithBothNumbers(int hops) {
        Evidence evidence = one(signal, Seen.handshake(answer(greeted().serverHops(hops))));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.7);
        assertThat(evidence.statement()).contains("SYN-ACK came with 64 hops left", "bytes with " + hops + ":");
    }

    @Test
    void examine_bytesFromTwoPlaces_showsBoth() {
        Exchange two = greeted().server(Tls.handshake(Tls.serverHello())).serverHops(50);
        assertThat(one(signal, Seen.handshake(answer(two))).statement()).contains("bytes with 50 to 64:");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 64, 68})
    void examine_sameOrAnotherRoute_isSilent(int hops) {
        assertThat(signal.examine(Seen.handshake(answer(greeted().serverHops(hops)))))
                .isEmpty();
    }

    @Test
    void examine_resetFromElsewhere_isOnlyNoted() {
        Evidence evidence = one(signal, Seen.handshake(greeted().serverHops(47).serverReset()));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.statement()).contains("reset came with 47 hops left", "before it with 64");
    }

    @Test
    void examine_resetFromTheServer_isSilent() {
        assertThat(signal.examine(Seen.handshake(greeted().serverReset()))).isEmpty();
    }

    @Test
    void examine_noHandshake_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, CHAIN.get(0)))).isEmpty();
    }
}
