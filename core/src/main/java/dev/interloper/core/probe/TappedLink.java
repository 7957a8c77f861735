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

/**
 * Shows all bytes to a tap, keeps the first of them, and ends a peer that never does. It reads what is there, whatever is asked for,
 * so that the tap sees portions as the network brought them.
 */
final class TappedLink implements Link {

    /** What a connection may bring; the largest chain that is known takes a tenth of it. */
    static final int MAX_BYTES = 1 << 20;

    private static final int KEPT = 1024;

    private final Link link;
    private final HandshakeTap tap;
    private final Clock clock;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final byte[] ahead = new byte[16 * 1024];
    private int from;
    private int to;
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

    /** Whether anything was written since. */
    boolean hasAsked() {
        return asked != null;
    }

    Bytes received() {
        return Bytes.copyOf(kept.toByteArray());
    }

    Optional<Duration> replyTime() {
        return Optional.ofNullable(replyTime);
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (from == to && receive() < 0) {
            return -1;
        }
        int count = Math.min(into.length, to - from);
        System.arraycopy(ahead, from, into, 0, count);
        from += count;
        return count;
    }

    private int receive() throws IOException {
        if (total >= MAX_BYTES) {
            throw new LimitReachedException("the answer", MAX_BYTES);
        }
        int count = link.read(ahead);
        from = 0;
        to = Math.max(0, count);
        if (count > 0) {
            if (replyTime == null && asked != null) {
                replyTime = Duration.between(asked, clock.instant());
            }
            kept.write(ahead, 0, Math.min(count, KEPT - kept.size()));
            tap.receive(Direction.SERVER_TO_CLIENT, ahead, 0, count);
            total += count;
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        tap.receive(Direction.CLIENT_TO_SERVER, bytes, 0, bytes.length);
        asked = clock.instant();
        try {
            link.write(bytes);
        } catch (IOException e) {
            drain();
            throw e;
        }
    }

    /** A peer that has gone may have said why. */
    private void drain() {
        try {
            while (receive() >= 0) {
                // for the tap
            }
        } catch (IOException end) {
            return;
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
