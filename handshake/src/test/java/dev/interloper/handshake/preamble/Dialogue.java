package dev.interloper.handshake.preamble;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.preamble.Preamble.Outcome;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** What both ends say in turn; to be fed to a preamble in portions of any size. */
final class Dialogue {

    static final byte[] CLIENT_TLS = TlsBytes.clientFlight();
    static final byte[] SERVER_TLS = TlsBytes.serverFlight(40);

    private static final class Turn {
        private final Direction direction;
        private final byte[] bytes;

        private Turn(Direction direction, byte[] bytes) {
            this.direction = direction;
            this.bytes = bytes;
        }
    }

    /** What came of it. */
    record Ending(
            Outcome client, Outcome server, long clientAt, long serverAt, List<Upgrade> upgrades, boolean restIsTls) {
        Upgrade upgrade() {
            return upgrades.get(0);
        }
    }

    private final List<Turn> turns = new ArrayList<>();

    static Dialogue start() {
        return new Dialogue();
    }

    Dialogue client(String text) {
        return client(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Dialogue server(String text) {
        return server(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Dialogue client(byte[] bytes) {
        turns.add(new Turn(Direction.CLIENT_TO_SERVER, bytes));
        return this;
    }

    Dialogue server(byte[] bytes) {
        turns.add(new Turn(Direction.SERVER_TO_CLIENT, bytes));
        return this;
    }

    /** The TLS that follows. */
    Dialogue tls() {
        return client(CLIENT_TLS).server(SERVER_TLS);
    }

    Dialogue only(Direction direction) {
        Dialogue half = new Dialogue();
        turns.stream().filter(turn -> turn.direction == direction).forEach(half.turns::add);
        return half;
    }

    long plain(Direction direction) {
        return turns.stream()
                .filter(turn -> turn.direction == direction && turn.bytes != CLIENT_TLS && turn.bytes != SERVER_TLS)
                .mapToLong(turn -> turn.bytes.length)
                .sum();
    }

    Ending atOnce() {
        return feed(1 << 16, Integer.MAX_VALUE, 0);
    }

    Ending feed(int maxBytes, int largest, long seed) {
        Random sizes = new Random(seed);
        Preamble preamble = new Preamble(maxBytes);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        ByteArrayOutputStream server = new ByteArrayOutputStream();
        Outcome[] outcomes = {Outcome.NEEDS_MORE, Outcome.NEEDS_MORE};
        for (Turn turn : turns) {
            int at = 0;
            while (at < turn.bytes.length) {
                int length = largest == Integer.MAX_VALUE
                        ? turn.bytes.length
                        : Math.min(turn.bytes.length - at, 1 + sizes.nextInt(largest));
                int side = turn.direction == Direction.CLIENT_TO_SERVER ? 0 : 1;
                ByteArrayOutputStream tls = side == 0 ? client : server;
                if (outcomes[side] == Outcome.TLS) {
                    tls.write(turn.bytes, at, length);
                } else {
                    outcomes[side] = preamble.receive(turn.direction, turn.bytes, at, length);
                    if (outcomes[side] == Outcome.TLS) {
                        tls.writeBytes(preamble.takeRest(turn.direction));
                    }
                }
                at += length;
            }
        }
        return new Ending(
                outcomes[0],
                outcomes[1],
                preamble.position(Direction.CLIENT_TO_SERVER),
                preamble.position(Direction.SERVER_TO_CLIENT),
                preamble.upgrades(),
                isPrefix(client, CLIENT_TLS) && isPrefix(server, SERVER_TLS));
    }

    private static boolean isPrefix(ByteArrayOutputStream bytes, byte[] whole) {
        return bytes.size() == 0 || Arrays.equals(bytes.toByteArray(), whole);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        return Wire.concat(parts);
    }
}
