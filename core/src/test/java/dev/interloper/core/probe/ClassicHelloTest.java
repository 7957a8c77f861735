package dev.interloper.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.tap.HandshakeTap;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

/** Our own hello is what it was meant to be, and no answer to it hurts. */
class ClassicHelloTest {

    @Property(tries = 200)
    void record_anyOptions_parsesToThem(
            @ForAll("versions") TlsVersion version,
            @ForAll @Nullable @AlphaChars @StringLength(min = 1, max = 200) String label,
            @ForAll boolean named,
            @ForAll @Size(max = 5) List<@AlphaChars @StringLength(min = 1, max = 30) String> protocols,
            @ForAll long seed) {
        String name = named ? label + ".example" : null;
        byte[] record = ClassicHello.record(version, name, protocols, new Random(seed));
        byte[] random = new byte[32];
        new Random(seed).nextBytes(random);

        Handshake read = read(record);

        assertThat(read.problems()).isEmpty();
        ClientHello hello = read.clientHello().orElseThrow();
        assertThat(hello.malformation()).isEmpty();
        assertThat(hello.legacyVersion()).isEqualTo(version);
        assertThat(hello.supportedVersions()).isEmpty();
        assertThat(hello.random().toByteArray()).isEqualTo(random);
        assertThat(hello.sessionId().isEmpty()).isTrue();
        assertThat(hello.serverName()).isEqualTo(Optional.ofNullable(name));
        assertThat(hello.applicationProtocols()).isEqualTo(protocols);
        assertThat(hello.cipherSuites())
                .doesNotHaveDuplicates()
                .contains(0xc02b, 0xc02f, 0x009e, 0x009c, 0x002f, 0x000a)
                .allSatisfy(suite -> assertThat(suite >> 8).isIn(0x00, 0xc0, 0xcc));
        assertThat(hello.extensions())
                .extracting(Extension::type)
                .doesNotHaveDuplicates()
                .contains(0xff01, 10, 11, 35, 5, 13, 18, 23);
        assertThat(read.records(Direction.CLIENT_TO_SERVER))
                .singleElement()
                .satisfies(only -> assertThat(only.length()).isEqualTo(record.length - 5));
    }

    @Provide
    Arbitrary<TlsVersion> versions() {
        return Arbitraries.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1, TlsVersion.TLS_1_2);
    }

    private static Handshake read(byte[] bytes) {
        HandshakeTap tap = HandshakeTap.ofClient(HandshakeReader.create(Limits.defaults()));
        tap.receive(Direction.CLIENT_TO_SERVER, bytes, 0, bytes.length);
        Endpoint any = new Endpoint(InetAddress.getLoopbackAddress(), 1);
        return tap.handshake(any, any);
    }

    @Property
    void flightEnd_anyBytes_throwsNothingAndDoesNotDependOnPortions(@ForAll("answers") byte[] bytes) {
        FlightEnd whole = new FlightEnd();
        FlightEnd.State state = whole.take(bytes, bytes.length);

        FlightEnd single = new FlightEnd();
        for (byte each : bytes) {
            single.take(new byte[] {each}, 1);
        }

        assertThat(single.state()).isEqualTo(state);
    }

    /** Random bytes, and a real flight that was hit by some. */
    @Provide
    Arbitrary<byte[]> answers() {
        byte[] flight = Flights.serverHelloAndChain(List.of(new byte[300]));
        Arbitrary<byte[]> hit = Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(6)
                .flatMap(damage -> Arbitraries.integers()
                        .between(0, flight.length - 8)
                        .map(at -> {
                            byte[] copy = Arrays.copyOf(flight, flight.length);
                            System.arraycopy(damage, 0, copy, at, damage.length);
                            return copy;
                        }));
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(400), hit);
    }

    @Property(tries = 60)
    void observe_anyAnswer_isAnObservation(
            @ForAll("answers") byte[] answer, @ForAll @IntRange(min = 0, max = 3) int which) {
        ProbeStep step = List.of(
                        ProbeStep.CLASSIC_HELLO,
                        ProbeStep.HANDSHAKE,
                        ProbeStep.PSEUDO_TLS_MICROSOFT,
                        ProbeStep.PSEUDO_TLS_GOOGLE)
                .get(which);
        try (Peer peer = Peer.that(socket -> {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(answer);
            socket.shutdownOutput();
            Peer.stall(socket);
        })) {
            Exchange seen =
                    peer.probe().only(step).build().observe().exchange(step).orElseThrow();

            assertThat(seen.tcp()).isEqualTo(TcpOutcome.CONNECTED);
            assertThat(seen.handshake()).isPresent();
            assertThat(seen.ending()).isNotEqualTo(Ending.TIMED_OUT);
        }
    }
}
