package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static dev.interloper.core.signal.Hellos.ECDHE_AES;
import static dev.interloper.core.signal.Hellos.RSA_AES;
import static dev.interloper.core.signal.Hellos.TLS12;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Less than the client offered. */
class WeakCipherSignalTest {

    private static final int ECDHE_RC4 = 0xc011;

    private final Signal signal = new WeakCipherSignal();

    private static Observation chosen(int suite, Integer... offered) {
        return Hellos.answered(Hellos.client(TLS12, List.of(offered)), Tls.serverHello(TLS12, suite));
    }

    @ParameterizedTest
    @CsvSource({
        "0x009c, TLS_RSA_WITH_AES_128_GCM_SHA256",
        "0x0005, TLS_RSA_WITH_RC4_128_SHA",
        "0x0016, TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA",
        "0x0015, TLS_DHE_RSA_WITH_DES_CBC_SHA",
        "0x0003, TLS_RSA_EXPORT_WITH_RC4_40_MD5",
        "0x0034, TLS_DH_anon_WITH_AES_128_CBC_SHA",
        "0xc010, TLS_ECDHE_RSA_WITH_NULL_SHA"
    })
    void examine_weakerThanOffered_isWeakAndNamesBoth(String code, String name) {
        int suite = Integer.decode(code);
        Evidence evidence = one(signal, chosen(suite, ECDHE_AES, suite));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.4);
        assertThat(evidence.statement())
                .startsWith(name + " was agreed on")
                .contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    }

    @ParameterizedTest
    @ValueSource(ints = {ECDHE_AES, 0xc013, 0x009e, 0xcca8, 0x1301, 0x0a0a})
    void examine_forwardSecretOrUnknown_isSilent(int suite) {
        assertThat(signal.examine(chosen(suite, ECDHE_AES, suite))).isEmpty();
    }

    @Test
    void examine_nothingBetterOffered_isSilent() {
        assertThat(signal.examine(chosen(RSA_AES, RSA_AES, 0x0005))).isEmpty();
    }

    /** RC4 with forward secrecy is no better choice. */
    @Test
    void examine_onlyBrokenForwardSecrecyOffered_isSilent() {
        assertThat(signal.examine(chosen(RSA_AES, ECDHE_RC4, RSA_AES))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(Hellos.answered(
                        TestPki.publicLeaf(HOST).mint(), Hellos.client(TLS12), Tls.serverHello(TLS12, RSA_AES))))
                .isEmpty();
    }

    @Test
    void examine_noAnswer_isSilent() {
        assertThat(signal.examine(Hellos.unanswered(Hellos.client(TLS12)))).isEmpty();
    }
}
