package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Records full of two-byte alerts, or of empty messages, filled the heap. */
class FloodTest {

    private static final int LIMIT = 100;

    @Test
    void alerts_beyondTheLimit_endTheReading() {
        byte[] record = record(21, 16_000, (byte) 1);

        Handshake handshake = read(record);

        assertThat(handshake.alerts()).hasSize(LIMIT - handshake.messages().size());
        assertThat(handshake.problems()).extracting(StreamProblem::kind).containsExactly(StreamProblem.Kind.LIMIT);
    }

    @Test
    void emptyMessages_beyondTheLimit_endTheReading() {
        byte[] record = record(22, 16_000, (byte) 0);

        Handshake handshake = read(record);

        assertThat(handshake.messages()).hasSize(LIMIT);
        assertThat(handshake.problems()).extracting(StreamProblem::kind).containsExactly(StreamProblem.Kind.LIMIT);
    }

    private static byte[] record(int type, int length, byte content) {
        byte[] record = new byte[5 + length];
        Arrays.fill(record, content);
        record[0] = (byte) type;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (length >> 8);
        record[4] = (byte) length;
        return record;
    }

    private static Handshake read(byte[] flood) {
        HandshakeReader reader =
                HandshakeReader.create(Limits.builder().maxMessages(LIMIT).build());
        feed(reader, Direction.CLIENT_TO_SERVER, TlsBytes.clientFlight());
        feed(reader, Direction.SERVER_TO_CLIENT, flood);
        Endpoint end = new Endpoint(InetAddress.getLoopbackAddress(), 443);
        return reader.handshake(Conversation.between(end, end).build());
    }

    private static void feed(HandshakeReader reader, Direction direction, byte[] bytes) {
        PacketRef packet = new PacketRef(1, 0, bytes.length);
        reader.receive(direction, new Segment(packet, 0, bytes.length, false), bytes, 0, bytes.length);
    }
}
