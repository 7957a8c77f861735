package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that ends too early says where, at whichever byte that is; whatever comes, nothing is thrown. */
class TruncationTest {

    private static final Provenance NOWHERE = new Provenance(Direction.SERVER_TO_CLIENT, 0, 0, List.of(), List.of());
    private static final byte[] EXTENSIONS = TlsBytes.extension(16, new byte[] {0, 3, 2, 'h', '2'});
    private static final byte[] KEY = TlsBytes.noise(20, 1);

    private static Arguments sample(int type, int suite, TlsVersion version, byte[] body, Integer... complete) {
        return Arguments.of(type, suite, version, body, Set.of(complete));
    }

    static Stream<Arguments> bodies() {
        TlsVersion tls12 = TlsVersion.TLS_1_2;
        TlsVersion tls13 = TlsVersion.TLS_1_3;
        return Stream.of(
                sample(3, -1, tls12, Wire.of(wire -> wire.u16(0xfeff).vector8(KEY))),
                sample(4, -1, tls12, Wire.of(wire -> wire.u32(7200).vector16(KEY))),
                sample(
                        4,
                        -1,
                        tls13,
                        Wire.of(wire ->
                                wire.u32(1).u32(2).vector8(KEY).vector16(KEY).vector16(EXTENSIONS))),
                sample(
                        6,
                        -1,
                        tls12,
                        Wire.of(wire -> wire.u16(0x7f14).u16(0x1301).vector16(EXTENSIONS))),
                sample(8, -1, tls13, Wire.of(wire -> wire.vector16(EXTENSIONS))),
                sample(9, -1, tls13, new byte[] {1}),
                sample(
                        10,
                        -1,
                        tls13,
                        Wire.of(wire -> wire.vector16(new byte[] {1, 7, 0}).u8(0))),
                sample(
                        12,
                        0x0003,
                        tls12,
                        keyExchange(Wire.of(wire -> wire.vector16(KEY).vector16(KEY))),
                        44),
                sample(12, 0x008c, tls12, Wire.of(wire -> wire.vector16(KEY))),
                sample(
                        12,
                        0xc02f,
                        tls12,
                        keyExchange(Wire.of(wire -> wire.u8(3).u16(29).vector8(KEY))),
                        24),
                sample(
                        12,
                        0xc035,
                        tls12,
                        Wire.of(wire -> wire.vector16(KEY).u8(3).u16(29).vector8(KEY))),
                sample(
                        13,
                        -1,
                        tls12,
                        Wire.of(wire -> wire.vector8(KEY).vector16(KEY).vector16(new byte[0]))),
                sample(13, -1, tls13, Wire.of(wire -> wire.vector8(KEY).vector16(EXTENSIONS))),
                sample(15, -1, tls12, Wire.of(wire -> wire.u16(0x0804).vector16(KEY))),
                sample(16, 0x002f, tls12, Wire.of(wire -> wire.vector16(KEY))),
                sample(16, 0xc02f, tls12, Wire.of(wire -> wire.vector8(KEY)), 0),
                sample(16, 0xc035, tls12, Wire.of(wire -> wire.vector16(KEY).vector8(KEY))),
                sample(17, -1, tls13, Wire.of(wire -> wire.vector8(KEY).vector16(EXTENSIONS))),
                sample(
                        21,
                        -1,
                        tls12,
                        Wire.of(wire -> wire.u8(0)
                                .vector16(
                                        Wire.of(list -> list.vector16(KEY).u8(1).raw(KEY))))),
                sample(22, -1, tls12, Wire.of(wire -> wire.u8(1).vector24(KEY))),
                sample(22, -1, tls12, Wire.of(wire -> wire.u8(2).vector24(Wire.of(list -> list.vector24(KEY))))),
                sample(
                        23,
                        -1,
                        tls12,
                        Wire.of(wire ->
                                wire.vector24(Wire.of(list -> list.u16(0).vector16(KEY))))),
                sample(24, -1, tls13, new byte[] {0}),
                sample(25, -1, tls13, Wire.of(wire -> wire.u16(1).u24(99).vector24(KEY))),
                sample(
                        26,
                        -1,
                        tls12,
                        Wire.of(wire -> wire.vector16(KEY).vector16(KEY).u16(1).u24(2))),
                sample(67, -1, tls12, Wire.of(wire -> wire.vector8(KEY).vector8(KEY))));
    }

    private static byte[] keyExchange(byte[] parameters) {
        return Wire.of(wire -> wire.raw(parameters).u16(0x0804).vector16(KEY));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyCut_saysWhere(int type, int suite, TlsVersion version, byte[] body, Set<Integer> complete) {
        MessageContext context = MessageContext.of(Protocol.TLS).withVersion(version);
        MessageContext known = suite < 0 ? context : context.withCipherSuite(suite);
        Bytes whole = Bytes.copyOf(body);
        assertThat(parse(type, whole, known).malformation()).isEmpty();
        for (int length = 0; length < body.length; length++) {
            HandshakeMessage cut = parse(type, whole.slice(0, length), known);
            assertThat(cut.malformation().isEmpty()).as("cut at %d", length).isEqualTo(complete.contains(length));
            int end = length;
            cut.malformation().ifPresent(wrong -> {
                assertThat(wrong.path()).startsWith(cut.type() + ".");
                assertThat(wrong.offset()).isBetween(0, end);
            });
            assertThat(cut.body().length()).isEqualTo(length);
        }
        HandshakeMessage longer = parse(type, Bytes.copyOf(Wire.concat(body, new byte[] {0})), known);
        assertThat(longer.malformation()).isPresent();
    }

    private static HandshakeMessage parse(int type, Bytes body, MessageContext context) {
        return MessageParser.parse(new HandshakeType(type), body, NOWHERE, context);
    }

    @Property(tries = 3000)
    void anyBytes_giveAMessage(
            @ForAll @IntRange(max = 70) int type,
            @ForAll @IntRange(max = 0xffff) int version,
            @ForAll @IntRange(max = 0xffff) int suite,
            @ForAll @Size(max = 150) byte[] body) {
        MessageContext context = MessageContext.of(Protocol.DTLS).withCipherSuite(suite);
        Bytes bytes = Bytes.copyOf(body);

        assertThat(parse(type, bytes, context.withVersion(new TlsVersion(version)))
                        .body())
                .isEqualTo(bytes);
        assertThat(parse(type, bytes, context).type().code()).isEqualTo(type);
    }
}
