package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Some machines count the zeros that fill a short Ethernet frame as TCP payload: each bare acknowledgement then seems to carry
 * two or six bytes, and the stream was read out of step (nDPI issue 1946).
 */
class PaddingAsPayloadTest {

    private static Packet padded(Packet acknowledgement, int zeros) {
        return acknowledgement.with(new byte[zeros]);
    }

    @Test
    void zerosBehindBareAcknowledgements_areNotOfTheStream() {
        List<Packet> packets = new ArrayList<>();
        for (Packet packet : TcpScript.tls12().packets()) {
            boolean bare = packet.payload().isEmpty() && (packet.flags() & TcpScript.ACK) != 0;
            packets.add(bare ? padded(packet, packet.fromClient() ? 2 : 6) : packet);
        }

        assertThat(Reading.of(packets).types())
                .containsExactly(
                        "ClientHello",
                        "ServerHello",
                        "Certificate",
                        "ServerKeyExchange",
                        "ServerHelloDone",
                        "ClientKeyExchange");
    }

    /** The length of a session id that is 0 may well travel alone. */
    @Test
    void zerosThatTheSenderGoesOnBehind_areOfTheStream() {
        byte[] hello = TlsBytes.clientFlight();
        int zero = 5 + 4 + 34;
        assertThat(hello[zero]).isZero();

        Reading reading = Reading.of(TcpScript.opened()
                .client(Arrays.copyOf(hello, zero))
                .client(new byte[] {0})
                .client(Arrays.copyOfRange(hello, zero + 1, hello.length)));

        assertThat(reading.types()).containsExactly("ClientHello");
    }
}
