package dev.interloper.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.OpenVpn;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenVpnTcpTest {

    private static final int PART = 100;

    private static final List<String> PLAIN = Reading.bodies(Feed.atOnce()
            .client(TlsBytes.clientFlight())
            .server(TlsBytes.serverFlight(900))
            .client(TlsBytes.clientKeyExchangeAndFinished())
            .handshake());

    private static Feed feed(Feed feed, int digest) {
        OpenVpn client = OpenVpn.client(digest);
        OpenVpn server = OpenVpn.server(digest);
        List<byte[]> hello = client.messages(1, PART, TlsBytes.clientFlight());
        List<byte[]> flight = server.messages(1, PART, TlsBytes.serverFlight(900));
        return feed.client(OpenVpn.framed(client.clientReset()))
                .server(OpenVpn.framed(server.serverReset()))
                .client(OpenVpn.framed(client.acknowledge(0)))
                .client(OpenVpn.framed(hello))
                .server(OpenVpn.framed(server.acknowledge(1, 2)))
                .server(OpenVpn.framed(flight))
                .client(OpenVpn.framed(client.acknowledge(1, 2, 3, 4)))
                .client(OpenVpn.framed(
                        client.messages(1 + hello.size(), PART, TlsBytes.clientKeyExchangeAndFinished())))
                .server(OpenVpn.framed(server.messages(1 + flight.size(), PART, TlsBytes.serverFinished())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 20, 28, 32, 48, 64})
    void anyDigest_readsAsWithoutAVpn(int digest) {
        Handshake handshake = feed(Feed.atOnce(), digest).handshake();

        assertThat(Reading.bodies(handshake)).isEqualTo(PLAIN);
        assertThat(handshake.problems()).isEmpty();
        Upgrade upgrade = handshake.upgrades().get(0);
        assertThat(handshake.upgrades()).hasSize(1);
        assertThat(upgrade.protocol()).isEqualTo(UpgradeProtocol.OPENVPN);
        assertThat(upgrade.answer()).isEqualTo(Upgrade.Answer.ACCEPTED);
        assertThat(upgrade.request().length()).isEqualTo(14 + (digest == 0 ? 0 : digest + 8));
    }

    @Property(tries = 300)
    void splitAnywhere_isTheSame(@ForAll @IntRange(min = 1, max = 200) int largest, @ForAll long seed) {
        Handshake handshake = feed(Feed.chunks(largest, seed), 20).handshake();
        Handshake atOnce = feed(Feed.atOnce(), 20).handshake();

        assertThat(Reading.bodies(handshake)).isEqualTo(PLAIN);
        assertThat(handshake.upgrades()).isEqualTo(atOnce.upgrades());
        assertThat(handshake.problems()).isEmpty();
        assertThat(handshake.messages())
                .extracting(message -> message.provenance().offset() + "–"
                        + message.provenance().end())
                .isEqualTo(atOnce.messages().stream()
                        .map(message -> message.provenance().offset() + "–"
                                + message.provenance().end())
                        .toList());
        assertThat(handshake.records(Direction.SERVER_TO_CLIENT)).isEqualTo(atOnce.records(Direction.SERVER_TO_CLIENT));
    }

    @Test
    void places_areThoseInTheTcpStream() {
        OpenVpn client = OpenVpn.client(20);
        byte[] reset = OpenVpn.framed(client.clientReset());
        byte[] hello = TlsBytes.clientFlight();
        List<byte[]> parts = client.messages(1, 3, hello); // the record's header is cut in two
        Handshake handshake =
                Feed.atOnce().client(reset).client(OpenVpn.framed(parts)).handshake();

        HandshakeMessage message = handshake.messages().get(0);
        TlsRecord record = handshake.records(Direction.CLIENT_TO_SERVER).get(0);
        assertThat(record.offset()).isEqualTo(reset.length + 2 + parts.get(0).length - 3);
        assertThat(message.provenance().offset())
                .isEqualTo(reset.length + 2 + parts.get(0).length + 2 + parts.get(1).length - 1);
        assertThat(message.provenance().end()).isEqualTo(reset.length + OpenVpn.framed(parts).length);
    }

    @Test
    void messagesSentTwice_areReadOnce() {
        OpenVpn client = OpenVpn.client(0);
        List<byte[]> packets = new ArrayList<>();
        packets.add(client.clientReset());
        for (byte[] part : client.messages(1, PART, TlsBytes.clientFlight())) {
            packets.add(part);
            packets.add(part);
        }
        packets.add(client.packet(OpenVpn.CONTROL, 1, new int[0], 3, TlsBytes.noise(50, 1)));
        Handshake handshake = Feed.atOnce().client(OpenVpn.framed(packets)).handshake();

        assertThat(Reading.types(handshake)).containsExactly("ClientHello");
        assertThat(handshake.problems()).isEmpty();
    }

    @Test
    void messageLeftOut_isAProblem() {
        OpenVpn client = OpenVpn.client(0);
        List<byte[]> packets = client.messages(1, 20, TlsBytes.clientFlight());
        packets.remove(1);
        Handshake handshake = Feed.atOnce()
                .client(OpenVpn.framed(client.clientReset()))
                .client(OpenVpn.framed(packets))
                .handshake();

        assertThat(handshake.messages()).isEmpty();
        assertThat(handshake.problems()).extracting(StreamProblem::kind).contains(StreamProblem.Kind.MALFORMED);
    }

    @Test
    void dataOfTheTunnel_endsTheReading() {
        Feed feed = feed(Feed.atOnce(), 0);
        feed.client(OpenVpn.framed(OpenVpn.data())).server(OpenVpn.framed(OpenVpn.data()));

        assertThat(feed.isFinished()).isTrue();
        assertThat(feed.handshake().problems()).isEmpty();
    }

    @Test
    void serverThatSpeaksAnotherProtocol_isForeign() {
        Feed feed = Feed.atOnce()
                .client(OpenVpn.framed(OpenVpn.client(0).clientReset()))
                .server(Wire.ascii("HTTP/1.1 400 Bad Request\r\n\r\n"));

        assertThat(feed.handshake().messages()).isEmpty();
        assertThat(feed.handshake().foreignReply().orElseThrow().printable()).startsWith("HTTP/1.1 400");
    }

    @Test
    void encryptedControlChannel_isNoHandshake() {
        byte[] reset = Wire.of(wire -> wire.u8(7 << 3).raw(TlsBytes.noise(53, 5)));
        Feed feed = Feed.atOnce().client(OpenVpn.framed(reset));

        assertThat(feed.isFinished()).isTrue();
        assertThat(feed.handshake().upgrades()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1000})
    void resemblingStart_doesNotHideOtherProtocols(int largest) {
        byte[] request = Wire.of(wire -> wire.u32(8).u32(80877103)); // begins with a zero, like a short packet's length
        Handshake handshake = Feed.chunks(largest, 1)
                .client(request)
                .server(new byte[] {'S'})
                .client(TlsBytes.clientFlight())
                .handshake();

        assertThat(Reading.types(handshake)).containsExactly("ClientHello");
        assertThat(handshake.upgrades()).extracting(Upgrade::protocol).containsExactly(UpgradeProtocol.POSTGRESQL);
    }

    @Property(tries = 1000)
    void changedBytes_areNoException(
            @ForAll long seed, @ForAll @IntRange(max = 12) int changes, @ForAll @IntRange(min = 1, max = 99) int cut) {
        Random random = new Random(seed);
        OpenVpn client = OpenVpn.client(20);
        List<byte[]> packets = new ArrayList<>(List.of(client.clientReset()));
        packets.addAll(client.messages(1, 60, TlsBytes.clientFlight()));
        byte[] stream = OpenVpn.framed(packets);
        for (int i = 0; i < changes; i++) {
            stream[random.nextInt(stream.length)] = (byte) random.nextInt();
        }
        Feed feed = Feed.chunks(cut, seed).client(stream);
        feed.missing(Direction.CLIENT_TO_SERVER, 1 + random.nextInt(99)).client(stream);

        assertThat(feed.handshake().messages()).hasSizeLessThan(9);
    }
}
