package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.wire.Bytes;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are: no exception, no hang, and what is told stays consistent. */
class RobustnessTest {

    private static final Duration GENEROUS = Duration.ofSeconds(20);
    private static final byte[] PCAP = Pcap.of(TcpScript.tls12().packets());
    private static final byte[] PCAPNG = pcapng();

    private static byte[] pcapng() {
        Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 9, 0);
        TcpScript.tls12()
                .packets()
                .forEach(packet -> file.packet(0, packet.nanos(), Link.ETHERNET.frame(packet, true)));
        return file.bytes();
    }

    private static void assertReadable(byte[] file) {
        Reading reading = assertTimeoutPreemptively(GENEROUS, () -> Reading.of(file));

        assertThat(reading.summary().handshakes())
                .isEqualTo(reading.handshakes().size());
        assertThat(reading.summary().toString()).isNotEmpty();
        reading.handshakes().forEach(RobustnessTest::assertConsistent);
    }

    private static void assertConsistent(Handshake handshake) {
        assertThat(handshake.toString()).isNotEmpty();
        assertThat(FlightShape.of(handshake).toString()).isNotEmpty();
        for (HandshakeMessage message : handshake.messages()) {
            assertThat(message.provenance().end() - message.provenance().offset())
                    .isGreaterThanOrEqualTo(4 + message.body().length());
            assertThat(message.provenance().records()).isNotEmpty();
            assertThat(message.provenance().segments()).isNotEmpty();
        }
    }

    private static byte[] mutated(byte[] file, int changes, long seed, int spared) {
        byte[] mutated = file.clone();
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            mutated[spared + random.nextInt(mutated.length - spared)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    @Property(tries = 500)
    void randomFile(@ForAll @Size(max = 400) byte[] file) {
        assertReadable(file);
    }

    @Property(tries = 500)
    void randomPackets(@ForAll @Size(max = 20) List<@Size(max = 120) byte[]> frames, @ForAll Link link) {
        Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, link.number());
        for (byte[] frame : frames) {
            pcap.add(TcpScript.START, frame);
            pcap.add(TcpScript.START, link.wrap(0x0800, frame));
        }
        assertReadable(pcap.bytes());
    }

    @Property(tries = 1000)
    void mutatedPcap(@ForAll @IntRange(min = 1, max = 40) int changes, @ForAll long seed) {
        assertReadable(mutated(PCAP, changes, seed, 24));
    }

    @Property(tries = 1000)
    void mutatedPcapng(@ForAll @IntRange(min = 1, max = 40) int changes, @ForAll long seed) {
        assertReadable(mutated(PCAPNG, changes, seed, 28));
    }

    @Property(tries = 300)
    void mutatedGzip(@ForAll @IntRange(min = 1, max = 10) int changes, @ForAll long seed) {
        assertReadable(mutated(Pcap.gzip(PCAP), changes, seed, 2));
    }

    @Property(tries = 500)
    void mutatedPayloadsInAnyOrder(@ForAll @IntRange(max = 20) int changes, @ForAll long seed) {
        Random random = new Random(seed);
        List<Packet> packets = TcpScript.tls12().packets();
        packets.addAll(TcpScript.tls12().packets());
        Collections.shuffle(packets, random);
        packets.replaceAll(packet -> packet.payload().isEmpty()
                ? packet
                : packet.with(mutated(packet.payload().toByteArray(), changes, random.nextLong(), 0)));
        assertReadable(Pcap.of(packets));
    }

    /** Lost packets lose messages, but never make any up. */
    @Property(tries = 500)
    void lostAndSwappedPackets_inventNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Packet> packets = TcpScript.tls12().packets();
        packets.remove(3 + random.nextInt(packets.size() - 3));
        Collections.swap(packets, random.nextInt(packets.size() - 1), 3 + random.nextInt(packets.size() - 3));
        List<String> whole = Reading.bodies(Reading.of(TcpScript.tls12()).only());

        assertThat(Reading.of(packets).handshakes())
                .allSatisfy(handshake -> assertThat(whole).containsAll(Reading.bodies(handshake)));
    }

    @Property(tries = 1000)
    void randomStreams(
            @ForAll @Size(max = 300) byte[] client, @ForAll @Size(max = 300) byte[] server, @ForAll long seed) {
        Feed feed = Feed.chunks(40, seed).client(TlsBytes.clientFlight());
        Handshake handshake = assertTimeoutPreemptively(
                GENEROUS,
                () -> feed.server(TlsBytes.record(22, server))
                        .client(TlsBytes.record(22, client))
                        .server(client)
                        .client(server)
                        .handshake());

        assertConsistent(handshake);
        assertThat(handshake.clientHello().orElseThrow().random()).isEqualTo(Bytes.copyOf(TlsBytes.CLIENT_RANDOM));
    }
}
