package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static dev.interloper.core.signal.Hellos.DTLS10;
import static dev.interloper.core.signal.Hellos.DTLS12;
import static dev.interloper.core.signal.Hellos.RSA_AES;
import static dev.interloper.core.signal.Hellos.TLS10;
import static dev.interloper.core.signal.Hellos.TLS11;
import static dev.interloper.core.signal.Hellos.TLS12;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS 1.0 and 1.1 where more was offered. */
class OldVersionSignalTest {

    private final Signal signal = new OldVersionSignal();

    @ParameterizedTest
    @CsvSource({"0x0300, SSL 3.0", "0x0301, TLS 1.0", "0x0302, TLS 1.1"})
    void examine_olderThanOffered_isWeakAndNamesIt(String code, String name) {
        Evidence evidence =
                one(signal, Hellos.answered(Hellos.client(TLS12), Tls.serverHello(Integer.decode(code), RSA_AES)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.5);
        assertThat(evidence.statement()).contains("only " + name + " was agreed on");
    }

    @Test
    void examine_tls12AgreedOn_isSilent() {
        assertThat(signal.examine(Hellos.answered(Hellos.client(TLS12), Tls.serverHello())))
                .isEmpty();
    }

    @Test
    void examine_tls13AgreedOn_isSilent() {
        assertThat(signal.examine(Hellos.answered(Hellos.client(TLS12), Tls.serverHello13())))
                .isEmpty();
    }

    @Test
    void examine_nothingNewerOffered_isSilent() {
        assertThat(signal.examine(Hellos.answered(Hellos.client(TLS11), Tls.serverHello(TLS10, RSA_AES))))
                .isEmpty();
    }

    @Test
    void examine_datagrams_speaksOfTheirVersions() {
        assertThat(one(signal, Hellos.datagrams(DTLS12, DTLS10)).statement()).contains("only DTLS 1.0 was agreed on");
    }

    /** DTLS counts its versions downwards. */
    @Test
    void examine_datagramsOfAnOldClient_isSilent() {
        assertThat(signal.examine(Hellos.datagrams(DTLS10, DTLS10))).isEmpty();
    }

    @Test
    void examine_datagramsOfDtls12_isSilent() {
        assertThat(signal.examine(Hellos.datagrams(DTLS12, DTLS12))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(Hellos.answered(
                        TestPki.publicLeaf(HOST).mint(), Hellos.client(TLS12), Tls.serverHello(TLS10, RSA_AES))))
                .isEmpty();
    }

    @Test
    void examine_noAnswer_isSilent() {
        assertThat(signal.examine(Hellos.unanswered(Hellos.client(TLS12)))).isEmpty();
    }
}
