package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static dev.interloper.core.signal.Hellos.TLS12;
import static dev.interloper.core.signal.Hellos.TLS13;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Another key share is asked for. */
class HelloRetrySignalTest {

    private static final byte[] ASKED = Hellos.client(TLS12, Hellos.supportedVersions(TLS13));
    /** SHA-256 of "HelloRetryRequest" (RFC 8446 section 4.1.3). */
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private static final byte[] VERSION = Tls.extension(43, Hellos.u16(TLS13));
    private static final byte[] SECP256R1 = Tls.extension(51, Hellos.u16(23));
    private static final byte[] COOKIE = Tls.extension(44, new byte[] {0, 1, 7});

    private final Signal signal = new HelloRetrySignal();

    private static byte[] retry(byte[]... extensions) {
        return Hellos.withRandom(Tls.serverHello(TLS12, 0x1301, Tls.join(VERSION, Tls.join(extensions))), 0, RETRY);
    }

    private static Exchange asksAgain(byte[] retry) {
        return Exchange.opened()
                .client(Tls.handshake(ASKED))
                .after(41)
                .server(Tls.handshake(retry))
                .after(1)
                .client(Tls.handshake(ASKED))
                .after(41)
                .server(Tls.handshake(Tls.serverHello13()));
    }

    @Test
    void examine_anotherKeyShare_isWeak() {
        Evidence evidence = one(signal, Seen.handshake(asksAgain(retry(SECP256R1))));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.5);
        assertThat(evidence.statement()).contains("HelloRetryRequest", "another key share");
    }

    /** It only makes the client show that it is at its address. */
    @Test
    void examine_cookieOnly_isSilent() {
        assertThat(signal.examine(Seen.handshake(asksAgain(retry(COOKIE))))).isEmpty();
    }

    @Test
    void examine_cookieAndKeyShare_speaks() {
        assertThat(signal.examine(Seen.handshake(asksAgain(retry(COOKIE, SECP256R1)))))
                .hasSize(1);
    }

    @Test
    void examine_answeredAtOnce_isSilent() {
        assertThat(signal.examine(Hellos.answered(ASKED, Tls.serverHello13()))).isEmpty();
    }

    @Test
    void examine_noAnswer_isSilent() {
        assertThat(signal.examine(Hellos.unanswered(ASKED))).isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        Observation seen = Observation.at(TestPki.NOW)
                .serverName(ServerName.parse("nas.local"))
                .handshake(asksAgain(retry(SECP256R1)).handshake())
                .build();
        assertThat(signal.examine(seen)).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        Observation seen = Seen.builder(HOST, TestPki.publicLeaf(HOST).mint())
                .handshake(asksAgain(retry(SECP256R1)).handshake())
                .build();
        assertThat(signal.examine(seen)).isEmpty();
    }
}
