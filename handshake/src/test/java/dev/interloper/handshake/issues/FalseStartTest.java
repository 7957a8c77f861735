package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import org.junit.jupiter.api.Test;

/** A client that sends data before the server's session ticket (False Start, RFC 7918) ended the reading too early. */
class FalseStartTest {

    @Test
    void ticketAfterTheClientsFirstData_isRead() {
        Feed feed = Feed.atOnce()
                .client(TlsBytes.clientFlight())
                .server(TlsBytes.serverFlight(500))
                .client(Wire.concat(TlsBytes.clientKeyExchangeAndFinished(), TlsBytes.applicationData(200)));
        assertThat(feed.isFinished()).isFalse();

        Handshake handshake = feed.server(Wire.concat(
                        TlsBytes.handshakeRecord(TlsBytes.message(4, TlsBytes.noise(180, 1))),
                        TlsBytes.serverFinished()))
                .handshake();

        assertThat(Reading.serverTypes(handshake)).endsWith("ServerHelloDone", "NewSessionTicket");
        assertThat(feed.client(TlsBytes.applicationData(10)).isFinished()).isTrue();
    }
}
