package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.STUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.wire.Bytes;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StunStepTest {

    private static final Bytes HEADER = Bytes.ofHex("0101000c2112a442000102030405060708090a0b");

    /** Answers each request but the first so many; an answer of no bytes is none. */
    private static DatagramReply ask(int ignored, UnaryOperator<byte[]> answer) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            for (int i = 0; ; i++) {
                                DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
                                server.receive(packet);
                                byte[] reply = answer.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
                                if (i >= ignored && reply.length > 0) {
                                    server.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                                }
                            }
                        } catch (java.io.IOException e) {
                            return;
                        }
                    },
                    "peer");
            thread.setDaemon(true);
            thread.start();
            return probe(server.getLocalPort());
        }
    }

    private static DatagramReply probe(int port) {
        return Peer.probe(Peer.HOST, 443)
                .only(STUN)
                .stunPort(port)
                .patience(Duration.ofMillis(900))
                .build()
                .observe()
                .stun()
                .orElseThrow();
    }

    /** A success response to a request, with one attribute. */
    private static byte[] success(byte[] request, String attribute) {
        byte[] value = Bytes.ofHex(attribute).toByteArray();
        byte[] head = Arrays.copyOf(request, 20);
        head[0] = 1;
        head[1] = 1;
        head[3] = (byte) value.length;
        return Flights.join(head, value);
    }

    @Test
    void aServer_thatAnswers_tellsOurAddress() throws Exception {
        DatagramReply seen = ask(0, request -> {
            assertThat(request).hasSize(20).startsWith(0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42);
            return success(request, "002000080001a147e112a643"); // RFC 5769 section 2.2: 192.0.2.1:32853
        });

        assertThat(seen.outcome()).isEqualTo(DatagramReply.Outcome.ANSWERED);
        assertThat(seen.mappedAddress()).contains("192.0.2.1:32853");
    }

    @Test
    void aRequest_thatIsLost_isSentAgain() throws Exception {
        DatagramReply seen = ask(1, request -> success(request, "0001000800018055c0000201"));

        assertThat(seen.outcome()).isEqualTo(DatagramReply.Outcome.ANSWERED);
        assertThat(seen.mappedAddress()).contains("192.0.2.1:32853");
        assertThat(seen.took()).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void silence_isSilence() throws Exception {
        DatagramReply seen = ask(0, request -> new byte[0]);

        assertThat(seen.outcome()).isEqualTo(DatagramReply.Outcome.SILENT);
        assertThat(seen.took()).isBetween(Duration.ofMillis(800), Duration.ofSeconds(3));
    }

    @Test
    void anAnswer_toAnotherTransaction_isGarbled() throws Exception {
        DatagramReply seen = ask(0, request -> {
            byte[] reply = success(request, "002000080001a147e112a643");
            reply[19] ^= 1;
            return reply;
        });

        assertThat(seen.outcome()).isEqualTo(DatagramReply.Outcome.GARBLED);
        assertThat(seen.mappedAddress()).isEmpty();
    }

    @Test
    void aPort_thatIsClosed_isRefused() throws Exception {
        int port;
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(probe(port).outcome()).isEqualTo(DatagramReply.Outcome.REFUSED);
    }

    @Test
    void mapped_anAddressOfIpv6_isUnmaskedByCookieAndTransaction() {
        Bytes reply = Bytes.copyOf(Flights.join(
                Bytes.ofHex("010100182112a442b7e7a701bc34d686fa87dfae").toByteArray(),
                Bytes.ofHex("002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9").toByteArray())); // RFC 5769 2.3

        assertThat(StunBinding.mapped(reply)).contains("[2001:db8:1234:5678:11:2233:4455:6677]:32853");
    }

    @Property
    void mapped_anyBytes_throwsNothing(@ForAll byte[] rest) {
        StunBinding.mapped(Bytes.copyOf(Flights.join(HEADER.toByteArray(), rest)));
        StunBinding.mapped(Bytes.copyOf(rest));
    }
}
