package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
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

/** Why there is no certificate to judge. */
class UnseenCertificateSignalTest {

    private final Signal signal = new UnseenCertificateSignal();

    private static Exchange asked() {
        return Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST))).after(41);
    }

    private String reason(Exchange exchange) {
        Evidence evidence = one(signal, Seen.handshake(exchange));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.weight()).isZero();
        return evidence.statement();
    }

    @Test
    void examine_clientHelloOnly_noServerHello() {
        assertThat(reason(asked())).isEqualTo("no ServerHello is in the capture");
    }

    @Test
    void examine_serverRefused_namesTheAlert() {
        assertThat(reason(asked().server(Tls.alert(2, 40)))).contains("fatal handshake_failure");
    }

    @Test
    void examine_answeredInHttp_quotesItEscaped() {
        assertThat(reason(asked().server("HTTP/1.1 302 Found\r\n\u001b[2J")))
                .contains("did not answer in TLS", "\"HTTP/1.1 302 Found\\x0d\\x0a\\x1b[2J\"");
    }

    @Test
    void examine_tls13_saysThatItIsEncrypted() {
        assertThat(reason(asked().server(Tls.handshake(Tls.serverHello13())))).contains("TLS 1.3 encrypts");
    }

    @Test
    void examine_resumed_saysSo() {
        assertThat(reason(asked().server(Tls.join(
                        Tls.handshake(Tls.serverHello()), Tls.changeCipherSpec(), Tls.record(22, new byte[40])))))
                .contains("resumed");
    }

    @Test
    void examine_emptyCertificateMessage_saysSo() {
        assertThat(reason(asked().server(
                                Tls.handshake(Tls.serverHello(), Tls.certificate(List.of()), Tls.serverHelloDone()))))
                .contains("holds no certificate");
    }

    @Test
    void examine_noCertificateMessage_saysSo() {
        assertThat(reason(asked().server(Tls.handshake(Tls.serverHello(), Tls.serverHelloDone()))))
                .isEqualTo("the server sent no certificate");
    }

    @Test
    void examine_certificateLost_saysWhy() {
        Exchange lossy = asked().server(Tls.handshake(Tls.serverHello()))
                .serverLost(900)
                .server(Tls.handshake(Tls.serverHelloDone()))
                .closed();
        assertThat(reason(lossy)).contains("could not be read");
    }

    @Test
    void examine_leafDoesNotParse_saysSo() {
        CertificateChain broken = CertificateChain.parse(List.of(new byte[] {0x30, 3, 1, 2, 3}));
        Observation seen = Seen.builder(List.of(), HOST, broken)
                .handshake(asked().server(
                                Tls.handshake(Tls.serverHello(), Tls.certificateOf(new byte[] {0x30, 3, 1, 2, 3})))
                        .handshake())
                .build();
        assertThat(one(signal, seen).statement()).contains("does not parse");
    }

    @Test
    void examine_certificateThere_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).mint();
        Observation seen = Seen.builder(HOST, leaf)
                .handshake(Exchange.answering(HOST, List.of(leaf)).handshake())
                .build();
        assertThat(signal.examine(seen)).isEmpty();
    }
}
