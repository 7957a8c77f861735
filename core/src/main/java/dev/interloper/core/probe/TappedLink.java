package dev.interloper.core.probe;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.tap.HandshakeTap;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows all bytes to a tap, keeps the first of them, and ends a peer that never does. */
final class TappedLink implements Link {

    /** What a connection may bring; the largest chain that is known takes a tenth of it. */
    static final int MAX_BYTES = 1 << 20;

    private static final int KEPT = 1024;

    private final Link link;
    private final HandshakeTap tap;
    private final Clock clock;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int total;
    private @Nullable Instant asked;
    private @Nullable Duration replyTime;

    TappedLink(Link link, HandshakeTap tap, Clock clock) {
        this.link = link;
        this.tap = tap;
        this.clock = clock;
    }

    /** From here on what comes is the answer to what is written next. */
    void expectReply() {
        kept.reset();
        replyTime = null;
        asked = null;
    }

    Bytes received() {
        return Bytes.copyOf(kept.toByteArray());
    }

    Optional<Duration> replyTime() {
        return Optional.ofNullable(replyTime);
    }

    @Override
    public int read(byte[] into) throws IOException {
        int count = link.read(into);
        if (count > 0) {
            if (replyTime == null && asked != null) {
                replyTime = Duration.between(asked, clock.instant());
            }
            kept.write(into, 0, Math.min(count, KEPT - kept.size()));
            tap.receive(Direction.SERVER_TO_CLIENT, into, 0, count);
            total += count;
            if (total > MAX_BYTES) {
                throw new LimitReachedException("the answer", MAX_BYTES);
            }
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        tap.receive(Direction.CLIENT_TO_SERVER, bytes, 0, bytes.length);
        asked = clock.instant();
        link.write(bytes);
    }

    @Override
    public void close() {
        link.close();
    }
}
