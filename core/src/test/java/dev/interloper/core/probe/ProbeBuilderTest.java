package dev.interloper.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interloper.handshake.stream.UpgradeProtocol;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeBuilderTest {

    @ParameterizedTest
    @CsvSource({
        "host.example, host.example, 443",
        "host.example:8443, host.example, 8443",
        "192.0.2.1:993, 192.0.2.1, 993",
        "2001:db8::1, 2001:db8::1, 443",
        "[2001:db8::1]:8443, 2001:db8::1, 8443",
        "b\u00fccher.example, xn--bcher-kva.example, 443"
    })
    void to_aDestination_isRead(String text, String host, int port) {
        Probe probe = Probe.to(text).build();

        assertThat(probe.host()).isEqualTo(host);
        assertThat(probe.port()).isEqualTo(port);
        assertThat(probe.steps()).isEqualTo(ProbeStep.handshakes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "host.example:0", "host.example:65536", "host.example:x", "a b", "a\r\nb", "[::1"})
    void to_noDestination_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Probe.to(text));
    }

    @Test
    void setters_ofNonsense_nameTheParameter() {
        Probe.Builder builder = Probe.to("host.example", 443);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.deadline(Duration.ZERO))
                .withMessageContaining("time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.patience(Duration.ofSeconds(-1)))
                .withMessageContaining("time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.applicationProtocols(""))
                .withMessageContaining("protocols");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.versions("TLSv9"))
                .withMessageContaining("TLSv1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.startTls(UpgradeProtocol.RDP))
                .withMessageContaining("RDP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.compare(
                        IntStream.range(0, 21).mapToObj(i -> "h" + i).toArray(String[]::new)))
                .withMessageContaining("20");
    }

    @Test
    void build_ofAContradiction_isRefused() {
        Probe.Builder builder = Probe.to("host.example", 25).startTls(UpgradeProtocol.SMTP);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.with(ProbeStep.HOST_PAGE).build())
                .withMessageContaining("startTls")
                .withMessageContaining("pages");
    }

    @Test
    void build_doesNotFollowTheBuilder() {
        Probe.Builder builder = Probe.to("host.example", 443);
        Probe probe = builder.build();

        builder.only(ProbeStep.STUN);

        assertThat(probe.steps()).isEqualTo(ProbeStep.handshakes());
    }

    @Test
    void agenda_ofSilentQuestions_givesEachASharePlusWhatOthersLeft() {
        Deadline all =
                Deadline.in(Duration.ofSeconds(20), Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC));

        assertThat(List.of(1, 3, 9, 19))
                .extracting(left -> all.fair(left).left().toSeconds())
                .containsExactly(20L, 10L, 4L, 2L);
    }

    @Test
    void canary_always_isANameThatNobodyCanHave() {
        assertThat(IntStream.range(0, 50).mapToObj(seed -> Canary.name(new java.util.Random(seed))))
                .allMatch(name -> name.matches("[a-z]{16}\\.invalid"))
                .doesNotHaveDuplicates();
    }
}
