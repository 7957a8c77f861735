package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.DatagramReader;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReaders;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fixture.Outer;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fuzz.Input.Turn;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The datagrams of a conversation, each turn one of them: with DTLS or QUIC in them, read alone and from a capture. */
final class DatagramTarget {

    private static final int SMALLEST_FOOTPRINT = 1 << 18;
    private static final int FOOTPRINT_OF_A_BYTE = 1024;

    private DatagramTarget() {}

    static void accept(byte[] bytes) {
        Input input = new Input(bytes);
        List<Turn> turns = new ArrayList<>();
        while (input.hasMore()) {
            turns.add(input.turn());
        }
        read(turns, Protocol.DTLS);
        read(turns, Protocol.QUIC);
        Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, 1);
        long nanos = TcpScript.START;
        for (Turn turn : turns) {
            boolean fromClient = turn.direction() == Direction.CLIENT_TO_SERVER;
            byte[] datagram = Outer.udp(fromClient ? 50_000 : 443, fromClient ? 443 : 50_000, turn.bytes());
            byte[] ip = Outer.ipv4(17, datagram);
            if (!fromClient) {
                ip[15] = 2;
                ip[19] = 1;
            }
            pcap.add(++nanos, Outer.ethernet(0x0800, ip));
        }
        Reading reading = Reading.of(pcap.bytes());
        reading.handshakes().forEach(Consistency::check);
        CaptureTarget.accept(pcap.bytes());
    }

    private static void read(List<Turn> turns, Protocol protocol) {
        HandshakeReaders readers = new HandshakeReaders(Limits.defaults(), KeyLog.empty());
        DatagramReader recording = readers.recording(protocol);
        Notes notes = new Notes();
        DatagramReader listening = readers.listening(protocol, notes.listener());
        long packet = 0;
        for (Turn turn : turns) {
            DatagramReader.startedBy(turn.bytes(), 0, turn.bytes().length);
            packet++;
            recording.receive(turn.direction(), packet, packet, turn.bytes(), 0, turn.bytes().length);
            listening.receive(turn.direction(), packet, packet, turn.bytes(), 0, turn.bytes().length);
        }
        long fed = turns.stream().mapToLong(turn -> turn.bytes().length + 64L).sum();
        assertThat((long) recording.footprint()).isLessThanOrEqualTo(SMALLEST_FOOTPRINT + FOOTPRINT_OF_A_BYTE * fed);
        Handshake handshake = recording.handshake(Streams.conversation());
        Consistency.check(handshake);
        assertThat(notes.lines()).containsExactlyInAnyOrderElementsOf(Notes.of(handshake));
        assertThat(listening.isFinished()).isEqualTo(recording.isFinished());
        recording.release();
        listening.release();
    }
}
