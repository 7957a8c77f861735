package dev.interloper.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.crypto.RecordedConnection;
import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.StreamProblem;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whole conversations, however their bytes are cut and their packets come. */
class ConversationPropertiesTest {

    /** A direction's next bytes. */
    private record Turn(
            Direction direction,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {}

    /** What both ends say, and what is known of their secrets. */
    private record Talk(String name, KeyLog log, List<Turn> turns, List<String> types) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Talk> TALKS = List.of(
            talk("TLS 1.2", tls12(), Reading.FULL),
            decrypted("TLS 1.3"),
            decrypted("HelloRetryRequest, TLS 1.3"),
            decrypted("CBC, MAC then encrypt, TLS 1.0"),
            talk("hello of SSL 2", oldHello(), List.of("ServerHello", "Certificate", "ServerHelloDone")),
            talk("STARTTLS", startTls(), Reading.FULL));

    private static Turn client(byte[] bytes) {
        return new Turn(Direction.CLIENT_TO_SERVER, bytes);
    }

    private static Turn server(byte[] bytes) {
        return new Turn(Direction.SERVER_TO_CLIENT, bytes);
    }

    private static Talk talk(String name, List<Turn> turns, List<String> types) {
        return new Talk(name, KeyLog.empty(), turns, types);
    }

    private static List<Turn> tls12() {
        return List.of(
                client(TlsBytes.clientFlight()),
                server(TlsBytes.serverFlight(700)),
                client(TlsBytes.clientKeyExchangeAndFinished()),
                server(TlsBytes.serverFinished()),
                server(TlsBytes.record(21, TlsBytes.noise(40, 12))),
                client(TlsBytes.applicationData(60)));
    }

    private static List<Turn> oldHello() {
        byte[] hello = Wire.of(wire -> wire.u8(1)
                .u16(0x0301)
                .u16(6)
                .u16(0)
                .u16(16)
                .u24(0x2f)
                .u24(0x010080)
                .raw(TlsBytes.noise(16, 21)));
        return List.of(
                client(Wire.of(wire -> wire.u16(0x8000 | hello.length).raw(hello))),
                server(TlsBytes.serverFlight(300)),
                client(TlsBytes.record(21, new byte[] {2, 42})));
    }

    private static List<Turn> startTls() {
        List<Turn> turns = new ArrayList<>(List.of(
                server(Wire.ascii("220 mail.example.org ESMTP\r\n")),
                client(Wire.ascii("EHLO me.example.org\r\n")),
                server(Wire.ascii("250-mail.example.org\r\n250-SIZE 1000\r\n250 STARTTLS\r\n")),
                client(Wire.ascii("STARTTLS\r\n")),
                server(Wire.ascii("220 2.0.0 go ahead\r\n"))));
        turns.addAll(tls12());
        return turns;
    }

    private static Talk decrypted(String name) {
        RecordedConnection recorded = RecordedConnection.named(name);
        List<Turn> turns = recorded.records().stream()
                .map(sent -> new Turn(sent.direction(), sent.bytes().toByteArray()))
                .toList();
        return new Talk(name, recorded.log(), turns, List.of("ClientHello", "ServerHello", "Finished"));
    }

    @Provide
    Arbitrary<Talk> talks() {
        return Arbitraries.of(TALKS);
    }

    private static Handshake read(Talk talk, int largest, Random sizes) {
        HandshakeReader reader = new HandshakeReaders(Limits.defaults(), talk.log()).recording();
        long packet = 0;
        for (Turn turn : talk.turns()) {
            for (int at = 0; at < turn.bytes().length; ) {
                int length = Math.min(turn.bytes().length - at, 1 + sizes.nextInt(largest));
                reader.receive(turn.direction(), ++packet, packet, length, false, turn.bytes(), at, length);
                at += length;
            }
        }
        Endpoint end = new Endpoint(InetAddress.getLoopbackAddress(), 443);
        return reader.handshake(Conversation.between(end, end).build());
    }

    private static Handshake atOnce(Talk talk) {
        return read(talk, 1 << 20, new Random() {
            private static final long serialVersionUID = 1;

            @Override
            public int nextInt(int bound) {
                return bound - 1;
            }
        });
    }

    private static List<String> view(Handshake handshake) {
        List<String> view = new ArrayList<>();
        for (HandshakeMessage message : handshake.messages()) {
            view.add(message.type() + " " + message.body().hex() + " "
                    + message.provenance().offset() + " "
                    + message.provenance().end() + message.malformation());
        }
        handshake
                .alerts()
                .forEach(alert -> view.add(alert + " " + alert.provenance().offset()));
        view.add(handshake.problems() + " " + handshake.upgrades());
        return view;
    }

    @Property(tries = 300)
    void anyPortions_giveTheSame(
            @ForAll("talks") Talk talk, @ForAll @IntRange(min = 1, max = 400) int largest, @ForAll long seed) {
        Handshake whole = atOnce(talk);

        assertThat(Reading.types(whole)).containsAll(talk.types());
        assertThat(whole.problems()).isEmpty();
        assertThat(view(read(talk, largest, new Random(seed)))).isEqualTo(view(whole));
    }

    /** Each prefix of a hello, in records of any length, waits for more: it is not wrong yet. */
    @Property(tries = 300)
    void prefixOfAHello_isNeverWrong(@ForAll @IntRange(min = 1, max = 200) int recordLength, @ForAll long seed) {
        byte[] hello = TlsBytes.clientHello();
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int at = 0; at < hello.length; at += recordLength) {
            records.writeBytes(
                    TlsBytes.record(22, Arrays.copyOfRange(hello, at, Math.min(hello.length, at + recordLength))));
        }
        byte[] whole = records.toByteArray();
        int cut = Math.floorMod(seed, whole.length + 1);
        Handshake handshake = Feed.atOnce().client(Arrays.copyOf(whole, cut)).handshake();

        assertThat(handshake.messages()).hasSize(cut == whole.length ? 1 : 0);
        assertThat(handshake.problems())
                .extracting(StreamProblem::kind)
                .doesNotContain(StreamProblem.Kind.MALFORMED, StreamProblem.Kind.LIMIT);
    }

    /**
     * TCP's packets, some of them twice, in any order in which none acknowledges what comes later: bytes that are acknowledged
     * and were not seen are taken as lost.
     */
    @Property(tries = 300)
    void packetsInAnotherOrder_giveTheSame(@ForAll long seed, @ForAll @IntRange(max = 8) int doubled) {
        Random random = new Random(seed);
        List<Packet> packets = TcpScript.tls12().packets();
        List<Packet> mixedUp = new ArrayList<>(packets.subList(0, 3));
        for (int from = 3; from < packets.size(); ) {
            int to = from;
            while (to < packets.size()
                    && packets.get(to).fromClient() == packets.get(from).fromClient()) {
                to++;
            }
            List<Packet> run = new ArrayList<>(packets.subList(from, to));
            Collections.shuffle(run, random);
            mixedUp.addAll(run);
            from = to;
        }
        for (int i = 0; i < doubled; i++) {
            int which = 3 + random.nextInt(mixedUp.size() - 3);
            mixedUp.add(which + random.nextInt(mixedUp.size() - which), mixedUp.get(which));
        }

        Handshake inOrder = Reading.of(packets).only();
        Handshake mixed = Reading.of(mixedUp).only();
        for (Direction direction : Direction.values()) {
            assertThat(bodies(mixed, direction)).isEqualTo(bodies(inOrder, direction));
        }
        assertThat(mixed.problems()).isEqualTo(inOrder.problems());
    }

    private static List<String> bodies(Handshake handshake, Direction direction) {
        return handshake.messages().stream()
                .filter(message -> message.provenance().direction() == direction)
                .map(message -> message.type() + " " + message.body().hex())
                .toList();
    }

    /** 340 KB of certificates in 22 records. */
    @Property(tries = 20)
    void hugeCertificate_isPutTogether(@ForAll @IntRange(min = 300, max = 20_000) int largest, @ForAll long seed) {
        byte[] message = TlsBytes.certificate(TlsBytes.noise(170_000, 1), TlsBytes.noise(169_000, 2));
        int each = (message.length + 21) / 22;
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        records.writeBytes(TlsBytes.handshakeRecord(TlsBytes.serverHello()));
        for (int at = 0; at < message.length; at += each) {
            records.writeBytes(
                    TlsBytes.record(22, Arrays.copyOfRange(message, at, Math.min(message.length, at + each))));
        }
        Handshake handshake = Feed.chunks(largest, seed)
                .client(TlsBytes.clientFlight())
                .server(records.toByteArray())
                .handshake();

        HandshakeMessage certificate = handshake.serverCertificate().orElseThrow();
        assertThat(certificate.body().toByteArray()).isEqualTo(Arrays.copyOfRange(message, 4, message.length));
        assertThat(certificate.provenance().records()).hasSize(22);
        assertThat(handshake.problems()).isEmpty();
    }
}
