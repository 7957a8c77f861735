package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.HandshakeReaders;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fuzz.Input.Turn;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.List;

/** A connection's two streams: turns of either direction. */
final class StreamTarget {

    private static final int SMALLEST_FOOTPRINT = 8192;
    private static final int FOOTPRINT_OF_A_BYTE = 512;

    private StreamTarget() {}

    static void accept(byte[] bytes) {
        Input input = new Input(bytes);
        List<Turn> turns = new ArrayList<>();
        while (input.hasMore()) {
            turns.add(input.turn());
        }
        check(turns, KeyLog.empty());
    }

    static void check(List<Turn> turns, KeyLog log) {
        HandshakeReader whole = Streams.feed(Streams.reader(log), turns, Streams.AT_ONCE);
        Handshake handshake = Streams.handshake(whole);
        Consistency.check(handshake);
        checkOffsets(handshake, turns);
        long fed = turns.stream().mapToLong(turn -> turn.bytes().length).sum();
        assertThat((long) whole.footprint()).isLessThanOrEqualTo(SMALLEST_FOOTPRINT + FOOTPRINT_OF_A_BYTE * fed);

        HandshakeReader slow = Streams.feed(Streams.reader(log), turns, Streams.BYTE_BY_BYTE);
        assertThat(Streams.view(Streams.handshake(slow))).isEqualTo(Streams.view(handshake));
        assertThat(slow.isFinished()).isEqualTo(whole.isFinished());
        assertThat(slow.sawTls()).isEqualTo(whole.sawTls());

        Notes notes = new Notes();
        Streams.feed(new HandshakeReaders(Limits.defaults(), log).listening(notes.listener()), turns, Streams.AT_ONCE);
        assertThat(notes.lines()).containsExactlyInAnyOrderElementsOf(Notes.of(handshake));
    }

    private static void checkOffsets(Handshake handshake, List<Turn> turns) {
        for (Direction direction : Direction.values()) {
            long length = turns.stream()
                    .filter(turn -> turn.direction() == direction)
                    .mapToLong(turn -> turn.bytes().length)
                    .sum();
            assertThat(handshake.problems())
                    .filteredOn(problem -> problem.direction() == direction)
                    .allSatisfy(problem -> assertThat(problem.offset()).isBetween(0L, length));
            assertThat(handshake.messages())
                    .filteredOn(message -> message.provenance().direction() == direction)
                    .allSatisfy(
                            message -> assertThat(message.provenance().end()).isLessThanOrEqualTo(length));
        }
    }
}
