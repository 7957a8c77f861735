package dev.interloper.handshake.capture;

import dev.interloper.handshake.secrets.KeyLog;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A capture's packets by their times, as far as a window reaches. What comes later than the window allows keeps its place in the
 * file; packets of one time stay in the file's order.
 */
final class TimeOrder implements PacketSource {

    /** Enough for some hundred thousand handshakes' worth of disorder, and little beside any heap. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_PACKETS = 1 << 15;

    private final PacketSource file;
    private final RawPacket read = new RawPacket();
    private final PriorityQueue<RawPacket> window =
            new PriorityQueue<>(Comparator.comparingLong((RawPacket packet) -> packet.arrivalNanos)
                    .thenComparingLong(packet -> packet.number));
    private int bytes;
    private boolean ended;
    private @Nullable CaptureException failure;

    TimeOrder(PacketSource file) {
        this.file = file;
    }

    @Override
    public String format() {
        return file.format();
    }

    @Override
    public KeyLog secrets() {
        return file.secrets();
    }

    @Override
    public boolean next(RawPacket packet) throws CaptureException {
        while (!ended && bytes < MAX_BYTES && window.size() < MAX_PACKETS) {
            fill();
        }
        RawPacket first = window.poll();
        if (first != null) {
            bytes -= first.capturedLength;
            packet.view(first, first.buffer, first.offset);
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    /** What is wrong with the file is told behind the last packet before it. */
    private void fill() {
        try {
            ended = !file.next(read);
        } catch (CaptureException e) {
            failure = e;
            ended = true;
        }
        if (!ended) {
            RawPacket held = new RawPacket();
            held.view(read, Arrays.copyOfRange(read.buffer, read.offset, read.offset + read.capturedLength), 0);
            window.add(held);
            bytes += held.capturedLength;
        }
    }
}
