package dev.interloper.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** Each benchmark once: it measures what it says. */
class BenchmarksTest {

    private static final String SWALLOW =
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.";

    @Test
    void hello_isParsedWhole() {
        HandshakeMessage message = new HelloBenchmark().parse();
        assertThat(message.malformation()).isEmpty();
        assertThat(((ClientHello) message).serverName()).contains("www.example.org");
        assertThat(message.body().length()).isBetween(1500, 2200);
    }

    @Test
    void fingerprints_areTheSameFromBytesAndFromMessages() {
        HelloBenchmark benchmark = new HelloBenchmark();
        String text = new String(benchmark.fingerprintInPlace(), StandardCharsets.US_ASCII);
        assertThat(text).matches("[0-9a-f]{32}t13d1514h2_[0-9a-f]{12}_[0-9a-f]{12}");
        assertThat(benchmark.fingerprint())
                .isEqualTo(text.substring(0, 32).hashCode() + text.substring(32).hashCode());
    }

    @Test
    void reader_seesBothFlights() {
        Handshake handshake = new ReaderBenchmark().read();
        assertThat(handshake.messages())
                .extracting(message -> message.type().code())
                .containsExactly(1, 2, 11, 12, 14);
        assertThat(handshake.problems()).isEmpty();
    }

    @Test
    void capture_holdsEveryHandshakeWhole() {
        assertThat(new CaptureBenchmark().read(new Blackhole(SWALLOW))).isEqualTo(SampleCapture.CONNECTIONS);
        List<Handshake> handshakes = Capture.of("sample", () -> new ByteArrayInputStream(SampleCapture.bytes()))
                .handshakes();
        assertThat(handshakes)
                .allSatisfy(handshake -> assertThat(handshake.messages()).hasSize(5));
    }

    @Test
    void pins_areMetAndMissedAlike() throws SSLPeerUnverifiedException {
        TrustBenchmark benchmark = new TrustBenchmark();
        benchmark.keys = "p256";
        benchmark.prepare();
        assertThat(benchmark.evaluate().trusted()).isTrue();
        assertThat(benchmark.pinHit().permits()).isTrue();
        assertThat(benchmark.pinMiss().permits()).isFalse();
        assertThat(benchmark.pinCertificatesHit().permits()).isTrue();
        assertThat(benchmark.pinCertificatesMiss().permits()).isFalse();
        assertThat(benchmark.okHttpHit()).isNotNull();
        assertThat(benchmark.okHttpMiss()).hasMessageContaining("pinning failure");
    }

    @Test
    void floor_walksEveryConnection() {
        assertThat(new FloorBenchmark().walk()).isEqualTo(2 * SampleCapture.CONNECTIONS);
    }
}
