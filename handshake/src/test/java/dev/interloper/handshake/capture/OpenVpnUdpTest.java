package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.OpenVpn;
import dev.interloper.handshake.fixture.Outer;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenVpnUdpTest {

    private static final int CLIENT = 40_000;
    private static final int SERVER = 1194;

    private static final List<String> PLAIN = Reading.bodies(Feed.atOnce()
            .client(TlsBytes.clientFlight())
            .server(TlsBytes.serverFlight(900))
            .client(TlsBytes.clientKeyExchangeAndFinished())
            .handshake());

    /** A conversation's datagrams, to be lost, doubled or swapped. */
    private static final class Script {

        private final List<byte[]> frames = new ArrayList<>();

        Script client(byte[] payload) {
            frames.add(ip(CLIENT, SERVER, payload, true));
            return this;
        }

        Script server(byte[] payload) {
            frames.add(ip(SERVER, CLIENT, payload, false));
            return this;
        }

        private static byte[] ip(int from, int to, byte[] payload, boolean byClient) {
            byte[] ip = Outer.ipv4(17, Outer.udp(from, to, payload));
            ip[12] = ip[16] = 10;
            ip[15] = (byte) (byClient ? 1 : 2);
            ip[19] = (byte) (byClient ? 2 : 1);
            ip[13] = ip[14] = ip[17] = ip[18] = 0;
            return Outer.ethernet(0x0800, ip);
        }

        Reading read() {
            Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, 1);
            for (int i = 0; i < frames.size(); i++) {
                pcap.add(TcpScript.START + i * 1_000_000L, frames.get(i));
            }
            return Reading.of(pcap.bytes());
        }
    }

    private static Script opened(OpenVpn client, OpenVpn server) {
        return new Script()
                .client(client.clientReset())
                .server(server.serverReset())
                .client(client.acknowledge(0));
    }

    /** Each flight's packets may be reordered, and all be doubled. */
    private static Reading conversation(int digest, long seed, boolean doubled) {
        OpenVpn client = OpenVpn.client(digest);
        OpenVpn server = OpenVpn.server(digest);
        Random random = new Random(seed);
        List<byte[]> hello = client.messages(1, 30, TlsBytes.clientFlight());
        List<byte[]> flight = server.messages(1, 150, TlsBytes.serverFlight(900));
        List<byte[]> answer = client.messages(1 + hello.size(), 30, TlsBytes.clientKeyExchangeAndFinished());
        for (List<byte[]> packets : List.of(hello, flight, answer)) {
            if (doubled) {
                packets.addAll(List.copyOf(packets));
            }
            if (seed != 0) {
                Collections.shuffle(packets, random);
            }
        }
        Script script = opened(client, server);
        hello.forEach(script::client);
        flight.forEach(script::server);
        script.client(client.acknowledge(1, 2, 3));
        answer.forEach(script::client);
        return script.read();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 20, 28, 32, 48, 64})
    void anyDigest_readsAsWithoutAVpn(int digest) {
        Handshake handshake = conversation(digest, 0, false).only();

        assertThat(Reading.bodies(handshake)).isEqualTo(PLAIN);
        assertThat(handshake.protocol()).isEqualTo(Protocol.TLS);
        assertThat(handshake.problems()).isEmpty();
        assertThat(handshake.conversation().client().port()).isEqualTo(CLIENT);
        assertThat(handshake.upgrades())
                .singleElement()
                .satisfies(upgrade -> assertThat(upgrade.protocol()).isEqualTo(UpgradeProtocol.OPENVPN));
    }

    @Property(tries = 200)
    void reorderedAndDoubled_isTheSame(@ForAll @IntRange(min = 1) int seed, @ForAll boolean doubled) {
        assertThat(Reading.bodies(conversation(20, seed, doubled).only())).isEqualTo(PLAIN);
    }

    @Test
    void messages_knowTheirPackets() {
        OpenVpn client = OpenVpn.client(20);
        OpenVpn server = OpenVpn.server(20);
        List<byte[]> hello = client.messages(1, 40, TlsBytes.clientFlight());
        Script script = opened(client, server);
        script.client(hello.get(1)).client(hello.get(0));
        hello.subList(2, hello.size()).forEach(script::client);

        assertThat(script.read().only().clientHello().orElseThrow().provenance().segments())
                .extracting(segment -> segment.packet().number())
                .startsWith(5L, 4L)
                .hasSize(hello.size());
    }

    @Test
    void captureThatBeginsWithTheHello_isRead() {
        OpenVpn client = OpenVpn.client(32);
        OpenVpn server = OpenVpn.server(32);
        Script script = new Script();
        client.messages(1, 100, TlsBytes.clientFlight()).forEach(script::client);
        server.messages(1, 300, TlsBytes.serverFlight(500)).forEach(script::server);
        Handshake handshake = script.read().only();

        assertThat(Reading.types(handshake)).startsWith("ClientHello", "ServerHello", "Certificate");
        assertThat(handshake.conversation().client().port()).isEqualTo(CLIENT);
    }

    @Test
    void captureThatBeginsWithTheServersReset_isRead() {
        OpenVpn client = OpenVpn.client(20);
        Script script = new Script().server(OpenVpn.server(20).serverReset());
        client.messages(1, 100, TlsBytes.clientFlight()).forEach(script::client);
        Handshake handshake = script.read().only();

        assertThat(Reading.types(handshake)).containsExactly("ClientHello");
        assertThat(handshake.conversation().client().port()).isEqualTo(CLIENT);
    }

    @Test
    void anotherSession_isAnotherHandshake() {
        OpenVpn first = OpenVpn.client(0);
        OpenVpn second = OpenVpn.laterClient(0);
        Script script = opened(first, OpenVpn.server(0));
        first.messages(1, 200, TlsBytes.clientFlight()).forEach(script::client);
        script.client(first.clientReset()).client(second.clientReset());
        second.messages(1, 200, TlsBytes.clientFlight()).forEach(script::client);

        assertThat(script.read().handshakes())
                .hasSize(2)
                .allSatisfy(handshake -> assertThat(Reading.types(handshake)).containsExactly("ClientHello"));
    }

    @Test
    void lostMessage_isAProblem() {
        OpenVpn client = OpenVpn.client(0);
        OpenVpn server = OpenVpn.server(0);
        Script script = opened(client, server);
        client.messages(1, 200, TlsBytes.clientFlight()).forEach(script::client);
        List<byte[]> flight = server.messages(1, 100, TlsBytes.serverFlight(900));
        flight.remove(4);
        flight.forEach(script::server);
        Handshake handshake = script.read().only();

        assertThat(Reading.types(handshake)).containsExactly("ClientHello", "ServerHello");
        assertThat(handshake.problems()).anySatisfy(problem -> {
            assertThat(problem.kind()).isEqualTo(StreamProblem.Kind.MISSING_BYTES);
            assertThat(problem.description()).contains("message 5");
        });
    }

    @Test
    void encryptedControlChannel_isNoHandshake() {
        Script script = new Script();
        for (int i = 0; i < 40; i++) {
            script.client(Wire.of(wire -> wire.u8(7 << 3).raw(TlsBytes.noise(53, 5))));
            script.server(OpenVpn.data());
        }
        assertThat(script.read().handshakes()).isEmpty();
    }

    @Property(tries = 500)
    void changedAndCutPackets_areNoException(@ForAll long seed, @ForAll @IntRange(max = 9) int changes) {
        Random random = new Random(seed);
        OpenVpn client = OpenVpn.client(16);
        List<byte[]> packets = new ArrayList<>(List.of(client.clientReset()));
        packets.addAll(client.messages(1, 20, TlsBytes.clientFlight()));
        Script script = new Script();
        for (byte[] packet : packets) {
            byte[] changed = Arrays.copyOf(packet, random.nextInt(4) > 0 ? packet.length : random.nextInt(99));
            for (int i = 0; i < changes && changed.length > 0; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            script.client(changed);
        }
        assertThat(script.read().handshakes()).hasSizeLessThan(9);
    }
}
