package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.flight.FlightShape;
import org.junit.jupiter.api.Test;

/** A ServerHello of TLS 1.3 that the client sent was looked for in the server's flight, which was empty. */
class ServerHelloFromTheClientTest {

    @Test
    void flightOfTheServer_hasNoBoundaries() {
        Handshake handshake = Feed.atOnce()
                .client(TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM)))
                .server(TlsBytes.applicationData(30))
                .handshake();

        assertThat(handshake.serverHello()).isPresent();
        assertThat(FlightShape.of(handshake).boundaries()).isEmpty();
    }
}
