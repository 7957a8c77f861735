package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Outer;
import dev.interloper.handshake.fixture.TlsBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentTest {

    private static final byte[] PAYLOAD = TlsBytes.noise(3000, 7);
    private static final byte[] DATAGRAM = Outer.udp(1111, 2222, PAYLOAD);

    private final PacketDecoder decoder = new PacketDecoder();
    private final PacketView view = new PacketView();
    private long number;
    private long nanos = 1_000_000_000L;

    private static byte[] piece(boolean v6, int identification, int from, int to, byte[] datagram) {
        byte[] bytes = Arrays.copyOfRange(datagram, from, to);
        boolean more = to < datagram.length;
        return v6
                ? Outer.fragment6(17, identification, from, more, bytes)
                : Outer.fragment4(17, identification, from, more, bytes);
    }

    private boolean decode(byte[] ip) {
        return decode(ip, ip.length);
    }

    private boolean decode(byte[] ip, int captured) {
        RawPacket packet = new RawPacket();
        packet.buffer = ip;
        packet.capturedLength = captured;
        packet.originalLength = ip.length;
        packet.linkType = 101;
        packet.number = ++number;
        packet.arrivalNanos = nanos;
        return decoder.decode(packet, view);
    }

    private byte[] payload() {
        return Arrays.copyOfRange(view.buffer, view.payload, view.payload + view.payloadCaptured);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inAnyOrder_lastToComeGivesTheDatagram(boolean v6) {
        assertThat(decode(piece(v6, 5, 1480, 2960, DATAGRAM))).isFalse();
        assertThat(decode(piece(v6, 6, 0, 1480, DATAGRAM))).isFalse();
        assertThat(decode(piece(v6, 5, 2960, 3008, DATAGRAM))).isFalse();
        assertThat(decode(piece(v6, 5, 0, 1480, DATAGRAM))).isTrue();

        assertThat(payload()).isEqualTo(PAYLOAD);
        assertThat(view.number).isEqualTo(4);
        assertThat(view.sourcePort).isEqualTo(1111);
        assertThat(view.payloadLength).isEqualTo(3000);
        byte[] address =
                Arrays.copyOfRange(view.buffer, view.destinationAddress, view.destinationAddress + view.addressLength);
        assertThat(address).hasSize(v6 ? 16 : 4).endsWith((byte) 2);
    }

    @Test
    void nextPacket_isReadFromItsOwnBuffer() {
        decode(piece(false, 5, 0, 1480, DATAGRAM));
        decode(piece(false, 5, 1480, 3008, DATAGRAM));

        assertThat(decode(Outer.ipv4(17, Outer.udp(3, 4, new byte[] {9})))).isTrue();
        assertThat(payload()).containsExactly(9);
    }

    @Test
    void ipv4Overlap_bytesThatCameFirstCount() {
        byte[] other = TlsBytes.noise(DATAGRAM.length, 99);
        decode(piece(false, 5, 0, 1480, DATAGRAM));
        decode(piece(false, 5, 800, 1600, other));
        decode(piece(false, 5, 1600, 3008, DATAGRAM));
        byte[] expected = PAYLOAD.clone();
        System.arraycopy(other, 1480, expected, 1472, 120);

        assertThat(payload()).isEqualTo(expected);
    }

    @Test
    void ipv6Overlap_voidsTheDatagram() {
        decode(piece(true, 5, 0, 1480, DATAGRAM));
        decode(piece(true, 5, 800, 1600, DATAGRAM));

        assertThat(decode(piece(true, 5, 1480, 3008, DATAGRAM))).isFalse();
        assertThat(decode(piece(true, 5, 0, 1480, DATAGRAM))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sameFragmentTwice_isNoOverlap(boolean v6) {
        decode(piece(v6, 5, 0, 1480, DATAGRAM));
        decode(piece(v6, 5, 0, 1480, DATAGRAM));

        assertThat(decode(piece(v6, 5, 1480, 3008, DATAGRAM))).isTrue();
        assertThat(payload()).isEqualTo(PAYLOAD);
    }

    @Test
    void twoEnds_voidTheDatagram() {
        decode(piece(false, 5, 1480, 3008, DATAGRAM));
        decode(Outer.fragment4(17, 5, 1480, false, new byte[16]));

        assertThat(decode(piece(false, 5, 0, 1480, DATAGRAM))).isFalse();
    }

    @Test
    void ipv6AtomicFragment_isReadAtOnce() {
        assertThat(decode(piece(true, 5, 0, 3008, DATAGRAM))).isTrue();
        assertThat(payload()).isEqualTo(PAYLOAD);
    }

    @Test
    void fragmentBeyondTheLongestDatagram_isLeftOut() {
        decode(Outer.fragment4(17, 5, 65_528, false, new byte[64]));

        assertThat(decode(Outer.fragment4(17, 5, 0, true, new byte[65_528 - 200])))
                .isFalse();
    }

    @Test
    void truncatedFragment_completesNothing() {
        byte[] first = piece(false, 5, 0, 1480, DATAGRAM);
        decode(first, first.length - 1);

        assertThat(decode(piece(false, 5, 1480, 3008, DATAGRAM))).isFalse();
        assertThat(decode(first)).isTrue();
    }

    @Test
    void afterAMinute_anOldFragmentIsForgotten() {
        decode(piece(false, 5, 0, 1480, DATAGRAM));
        nanos += 61_000_000_000L;

        assertThat(decode(piece(false, 5, 1480, 3008, DATAGRAM))).isFalse();
    }

    @Test
    void floodOfFragments_staysWithinBounds() {
        FragmentReassembler fragments = new FragmentReassembler();
        Frame frame = new Frame();
        frame.bytes = new byte[65_536];
        for (int i = 0; i < 5000; i++) {
            int length = 8 << (i % 12);
            Fragment fragment = Fragment.ipv4(i, 17, 8, true);
            fragments.add(new FragmentKey(0, 1, 0, 2, i, 17), fragment, frame, 0, length);

            assertThat(fragments.datagrams()).isLessThanOrEqualTo(FragmentReassembler.MAX_DATAGRAMS);
            assertThat(fragments.bytes()).isBetween(0, FragmentReassembler.MAX_BYTES + 70_000);
        }
    }

    @Test
    void tinyFragmentsOfOneDatagram_stayWithinBounds() {
        FragmentReassembler fragments = new FragmentReassembler();
        Frame frame = new Frame();
        frame.bytes = new byte[8];
        for (int i = 0; i < 200_000; i++) {
            Fragment fragment = Fragment.ipv4(i / 8000, 17, i % 8000 * 8, true);
            fragments.add(new FragmentKey(0, 1, 0, 2, i / 8000, 17), fragment, frame, 0, 8);
        }
        assertThat(fragments.bytes()).isBetween(0, FragmentReassembler.MAX_BYTES + 1000);
    }

    @Property(tries = 300)
    void anyCutsInAnyOrder_giveTheDatagramOnce(@ForAll boolean v6, @ForAll long seed) {
        Random random = new Random(seed);
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < DATAGRAM.length; ) {
            int to = Math.min(DATAGRAM.length, at + 8 * (1 + random.nextInt(100)));
            pieces.add(piece(v6, 77, at, to, DATAGRAM));
            at = to;
        }
        Collections.shuffle(pieces, random);
        PacketDecoder fresh = new PacketDecoder();
        int found = 0;
        for (byte[] piece : pieces) {
            RawPacket packet = new RawPacket();
            packet.buffer = piece;
            packet.capturedLength = piece.length;
            packet.originalLength = piece.length;
            packet.linkType = 101;
            found += fresh.decode(packet, view) ? 1 : 0;
        }

        assertThat(found).isEqualTo(1);
        assertThat(payload()).isEqualTo(PAYLOAD);
    }
}
