package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captures that begin after the connection: bytes that start nothing made the whole connection "not TLS". */
class LaterStartTest {

    @Test
    void strayByteBeforeTheClientHello_isPassedOver() {
        List<Packet> packets = TcpScript.opened()
                .client(new byte[] {0})
                .client(TlsBytes.clientFlight())
                .server(TlsBytes.serverFlight(100))
                .packets();
        Reading reading = Reading.of(packets.subList(3, packets.size()));

        assertThat(reading.types())
                .containsExactly("ClientHello", "ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
    }

    @Test
    void neverTls_isGivenUp() {
        TcpScript script = TcpScript.opened();
        for (int i = 0; i < 100; i++) {
            script.client(new byte[] {'x', (byte) i}).serverAck();
        }
        script.client(TlsBytes.clientFlight());
        List<Packet> packets = script.packets();

        assertThat(Reading.of(packets.subList(3, packets.size())).handshakes()).isEmpty();
    }

    @Test
    void openedAndNotTls_isGivenUpAtOnce() {
        Reading reading = Reading.of(TcpScript.opened().client(new byte[] {0}).client(TlsBytes.clientFlight()));

        assertThat(reading.handshakes()).isEmpty();
        assertThat(reading.summary().connections()).isEqualTo(1);
    }
}
