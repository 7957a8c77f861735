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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client said about the certificate. */
class ClientRejectionSignalTest {

    private final Signal signal = new ClientRejectionSignal();
    private final X509Certificate leaf = TestPki.bareLeaf(HOST).mint();

    private Observation answered(X509Certificate certificate, boolean byClient, int description) {
        Exchange exchange = Exchange.answering(HOST, List.of(certificate)).after(1);
        byte[] alert = Tls.alert(2, description);
        return Seen.builder(HOST, certificate)
                .handshake((byClient ? exchange.client(alert) : exchange.server(alert)).handshake())
                .build();
    }

    @ParameterizedTest
    @CsvSource({"42, bad_certificate", "46, certificate_unknown", "48, unknown_ca", "49, access_denied"})
    void examine_clientRefusesTheCertificate_isWeak(int description, String name) {
        Evidence evidence = one(signal, answered(leaf, true, description));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.4);
        assertThat(evidence.statement()).endsWith("fatal " + name);
        assertThat(evidence.packets()).containsExactly(6L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 40, 47, 70, 90})
    void examine_otherAlert_isSilent(int description) {
        assertThat(signal.examine(answered(leaf, true, description))).isEmpty();
    }

    @Test
    void examine_serversAlert_isSilent() {
        assertThat(signal.examine(answered(leaf, false, 48))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(answered(TestPki.publicLeaf(HOST).mint(), true, 48)))
                .isEmpty();
    }
}
