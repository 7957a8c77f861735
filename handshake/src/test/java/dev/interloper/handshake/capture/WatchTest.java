package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.MessageView;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.message.HandshakeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final List<TcpScript.Packet> PACKETS = packets();

    private static List<TcpScript.Packet> packets() {
        List<TcpScript.Packet> packets = TcpScript.tls12().packets();
        packets.addAll(TcpScript.between(50_001, 7, 8)
                .open(1)
                .client(TlsBytes.clientFlight())
                .server(TlsBytes.record(21, new byte[] {2, 40}))
                .packets());
        return packets;
    }

    private static Capture capture() {
        byte[] file = Pcap.of(PACKETS);
        return Capture.of("test", () -> new ByteArrayInputStream(file));
    }

    /** Writes down what a listener sees. */
    private static final class Notes implements CaptureListener {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void message(ConnectionView connection, MessageView message) {
            connection.attach(
                    connection.attachment().map(count -> (Integer) count + 1).orElse(1));
            lines.add(connection.client().port() + " " + message.direction() + " " + message.type() + " "
                    + message.copy().hex());
        }

        @Override
        public void alert(ConnectionView connection, MessageView alert) {
            lines.add(connection.client().port() + " alert " + alert.at(0) + " " + alert.at(1));
        }

        @Override
        public void ended(ConnectionView connection) {
            lines.add(connection.client().port() + " ended after "
                    + connection.attachment().orElse(0));
        }
    }

    @Test
    void watch_showsTheMessagesThatReadKeeps() {
        Notes notes = new Notes();
        CaptureSummary watched = capture().watch(notes);
        List<String> expected = new ArrayList<>();
        CaptureSummary read = capture().read(handshake -> {
            int port = handshake.conversation().client().port();
            for (HandshakeMessage message : handshake.messages()) {
                expected.add(port + " " + message.provenance().direction() + " "
                        + message.type().code() + " " + message.body().hex());
            }
            handshake
                    .alerts()
                    .forEach(alert -> expected.add(port + " alert " + alert.level() + " " + alert.description()));
            expected.add(port + " ended after " + handshake.messages().size());
        });

        assertThat(notes.lines).containsExactlyInAnyOrderElementsOf(expected).hasSize(10);
        assertThat(watched.handshakes()).isEqualTo(read.handshakes()).isEqualTo(2);
    }

    @Test
    void copy_outlivesTheView() {
        List<MessageView> views = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        capture().watch((connection, message) -> {
            views.add(message);
            copies.add(message.copy().hex());
        });
        List<String> kept = new ArrayList<>();
        for (Handshake handshake : capture().handshakes()) {
            handshake.messages().forEach(message -> kept.add(message.body().hex()));
        }

        assertThat(views.get(0)).isSameAs(views.get(1));
        assertThat(copies).containsExactlyElementsOf(kept);
    }
}
