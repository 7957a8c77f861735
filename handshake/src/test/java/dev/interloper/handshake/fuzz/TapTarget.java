package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fuzz.Input.Turn;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.tap.HandshakeTap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A tap, fed through arrays, buffers and streams in turn, sees what a reader sees and changes nothing. */
final class TapTarget {

    private TapTarget() {}

    static void accept(byte[] bytes) {
        HandshakeTap tap =
                HandshakeTap.ofClient(HandshakeReader.create(Limits.defaults())).withClock(() -> 1);
        Input input = new Input(bytes);
        List<Turn> turns = new ArrayList<>();
        while (input.hasMore()) {
            Turn turn = input.turn();
            feed(tap, turn, turns.size());
            turns.add(turn);
        }
        Handshake read = Streams.handshake(Streams.feed(Streams.reader(KeyLog.empty()), turns, Streams.AT_ONCE));
        Handshake tapped = tap.handshake(
                Streams.conversation().client(), Streams.conversation().server());
        Consistency.check(tapped);
        assertThat(Streams.view(tapped)).isEqualTo(Streams.view(read));
    }

    private static void feed(HandshakeTap tap, Turn turn, int way) {
        byte[] bytes = turn.bytes();
        switch (way % 3) {
            case 0 -> tap.receive(turn.direction(), bytes, 0, bytes.length);
            case 1 -> {
                ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length + 1);
                direct.put((byte) 22).put(bytes).flip().position(1);
                tap.receive(turn.direction(), direct);
                assertThat(direct.remaining()).isEqualTo(bytes.length);
            }
            default -> stream(tap, turn);
        }
    }

    private static void stream(HandshakeTap tap, Turn turn) {
        try {
            if (turn.direction() == Direction.CLIENT_TO_SERVER) {
                tap.output(OutputStream.nullOutputStream()).write(turn.bytes());
            } else {
                InputStream in = tap.input(new ByteArrayInputStream(turn.bytes()));
                assertThat(in.readAllBytes()).isEqualTo(turn.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
