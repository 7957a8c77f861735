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
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** Another stack answered. */
class ReferenceStackSignalTest {

    private static final byte[] TICKET = Tls.extension(35, new byte[0]);
    private static final byte[] EMS = Tls.extension(23, new byte[0]);
    private static final byte[] POINTS = Tls.extension(11, new byte[] {1, 0});

    private final Signal signal = new ReferenceStackSignal();

    private static Exchange answered(byte[]... extensions) {
        byte[] hello = Tls.clientHelloOffering(HOST, TICKET, EMS, POINTS, Tls.protocols("h2"));
        return Exchange.opened()
                .client(Tls.handshake(hello))
                .after(41)
                .server(Tls.handshake(Tls.serverHello(0x0303, 0xc02f, extensions)));
    }

    private static Observation beside(ReferenceStanding standing, X509Certificate leaf, byte[]... extensions) {
        return Seen.builder(HOST, leaf)
                .handshake(answered(extensions).handshake())
                .reference(Seen.handshake(answered(TICKET, EMS, POINTS, Tls.protocols("h2"))), standing)
                .build();
    }

    private static X509Certificate forged() {
        return TestPki.bareLeaf(HOST).mint();
    }

    @Test
    void examine_sameAnswer_isSilent() {
        assertThat(signal.examine(
                        beside(ReferenceStanding.GENUINE, forged(), TICKET, EMS, POINTS, Tls.protocols("h2"))))
                .isEmpty();
    }

    @Test
    void examine_oneDifference_isWeak() {
        Evidence evidence = one(signal, beside(ReferenceStanding.GENUINE, forged(), TICKET, EMS, POINTS));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.5);
        assertThat(evidence.statement()).contains("ALPN (this client offered h2 too)");
    }

    @Test
    void examine_manyDifferences_stayWeak() {
        Evidence evidence = one(signal, beside(ReferenceStanding.GENUINE, forged(), POINTS, EMS));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(1.5);
    }

    @Test
    void examine_undecidedReference_weighsLittle() {
        assertThat(one(signal, beside(ReferenceStanding.UNDECIDED, forged(), POINTS, EMS))
                        .weight())
                .isEqualTo(0.3);
    }

    @Test
    void examine_publicCertificate_isContext() {
        Evidence evidence = one(
                signal,
                beside(ReferenceStanding.GENUINE, TestPki.publicLeaf(HOST).mint(), POINTS, EMS));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
    }
}
