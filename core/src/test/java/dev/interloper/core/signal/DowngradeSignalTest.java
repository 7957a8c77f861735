package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static dev.interloper.core.signal.Hellos.ECDHE_AES;
import static dev.interloper.core.signal.Hellos.TLS10;
import static dev.interloper.core.signal.Hellos.TLS11;
import static dev.interloper.core.signal.Hellos.TLS12;
import static dev.interloper.core.signal.Hellos.TLS13;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;

/** The mark of a server that was asked for less than it can do. */
class DowngradeSignalTest {

    private static final byte[] MODERN = Hellos.client(TLS12, Hellos.supportedVersions(TLS13, TLS12, TLS11));

    private final Signal signal = new DowngradeSignal();

    /** Ends in DOWNGRD and 1 (below TLS 1.3) or 0 (below TLS 1.2), RFC 8446 section 4.1.3. */
    private static byte[] marked(int version, int last) {
        byte[] mark = {'D', 'O', 'W', 'N', 'G', 'R', 'D', (byte) last};
        return Hellos.withRandom(Tls.serverHello(version, ECDHE_AES), 24, mark);
    }

    @Test
    void examine_tls13OfferedAndMarked_isStrongWithVersionAndPacket() {
        Evidence evidence = one(signal, Hellos.answered(MODERN, marked(TLS12, 1)));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(4);
        assertThat(evidence.statement()).contains("offered TLS 1.3", "TLS 1.2 was agreed on");
        assertThat(evidence.packets()).containsExactly(5L);
    }

    /** Servers without TLS 1.3 set that mark too: it shows TLS 1.2. */
    @Test
    void examine_markedBelowTls12_claimsNoMoreThanTheMarkShows() {
        Evidence evidence = one(signal, Hellos.answered(MODERN, marked(TLS11, 0)));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.statement())
                .contains("offered TLS 1.2", "TLS 1.1 was agreed on")
                .doesNotContain("TLS 1.3");
    }

    @Test
    void examine_tls12OfferedWithoutExtensionAndMarked_isStrong() {
        assertThat(one(signal, Hellos.answered(Hellos.client(TLS12), marked(TLS10, 0)))
                        .grade())
                .isEqualTo(Grade.STRONG);
    }

    @Test
    void examine_clientWithoutTls13_isSilent() {
        assertThat(signal.examine(Hellos.answered(Hellos.client(TLS12), marked(TLS12, 1))))
                .isEmpty();
        byte[] capped = Hellos.client(TLS12, Hellos.supportedVersions(TLS12));
        assertThat(signal.examine(Hellos.answered(capped, marked(TLS12, 1)))).isEmpty();
    }

    @Test
    void examine_oldClientMarkedBelowTls12_isSilent() {
        assertThat(signal.examine(Hellos.answered(Hellos.client(TLS11), marked(TLS11, 0))))
                .isEmpty();
    }

    @Test
    void examine_noMark_isSilent() {
        assertThat(signal.examine(Hellos.answered(MODERN, Tls.serverHello()))).isEmpty();
        assertThat(signal.examine(Hellos.answered(MODERN, marked(TLS12, 2)))).isEmpty();
    }

    @Test
    void examine_tls13AgreedOn_isSilent() {
        byte[] mark = {'D', 'O', 'W', 'N', 'G', 'R', 'D', 1};
        assertThat(signal.examine(Hellos.answered(MODERN, Hellos.withRandom(Tls.serverHello13(), 24, mark))))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(Hellos.answered(TestPki.publicLeaf(HOST).mint(), MODERN, marked(TLS12, 1))))
                .isEmpty();
    }

    @Test
    void examine_noAnswer_isSilent() {
        assertThat(signal.examine(Hellos.unanswered(MODERN))).isEmpty();
    }
}
