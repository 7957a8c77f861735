package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;

/** An explicit proxy on the path: context. */
class TunnelSignalTest {

    private final Signal signal = new TunnelSignal();

    @Test
    void examine_connect_isContextWithTargetAndStatus() {
        Evidence evidence = one(
                signal,
                Seen.handshake(Exchange.opened("192.0.2.80", 3128)
                        .client("CONNECT " + HOST + ":8443 HTTP/1.1\r\n\r\n")
                        .server("HTTP/1.1 200 OK\r\n\r\n")
                        .client(Tls.handshake(Tls.clientHello(HOST)))));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.statement()).contains("CONNECT " + HOST + ":8443 → 200", "does not mean that it inspects");
    }

    @Test
    void examine_noTunnel_isSilent() {
        assertThat(signal.examine(Seen.handshake(Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST))))))
                .isEmpty();
    }
}
