package dev.interloper.handshake.capture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a capture came to. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CaptureSummary {

    /** Fewer steps back are clocks that were set, or captures that were joined. */
    private static final int MIN_STEPS_BACK = 3;

    private static final int MIN_SHARE = 100;

    private final String name;
    private final String format;
    private final long packets;
    private final long stepsBack;
    private final long otherPackets;
    private final long connections;
    private final long handshakes;
    private final @Nullable CaptureProblem problem;

    CaptureSummary(
            String name,
            String format,
            long packets,
            long stepsBack,
            long otherPackets,
            long connections,
            long handshakes,
            @Nullable CaptureProblem problem) {
        this.name = name;
        this.format = format;
        this.packets = packets;
        this.stepsBack = stepsBack;
        this.otherPackets = otherPackets;
        this.connections = connections;
        this.handshakes = handshakes;
        this.problem = problem;
    }

    /**
     * The capture's name, as it was given.
     *
     * @return such as a file's path
     */
    public String name() {
        return name;
    }

    /**
     * The file's format.
     *
     * @return {@code pcap}, {@code pcapng}, with {@code gzip} where it was compressed; empty if it is not a capture
     */
    public String format() {
        return format;
    }

    /**
     * Packets that were read.
     *
     * @return their number
     */
    public long packets() {
        return packets;
    }

    /**
     * Whether the packets do not stand in the order of their times: at least one in a hundred is earlier than the one before it, and
     * three are. Then {@link Capture#inTimeOrder} reads them better.
     *
     * @return false for a clock that was set back, or a few captures one behind the other
     */
    public boolean isOutOfTimeOrder() {
        return stepsBack >= MIN_STEPS_BACK && stepsBack * MIN_SHARE >= packets;
    }

    /**
     * Packets that hold no TCP that can be read: other protocols, IP fragments, unknown link layers.
     *
     * @return their number
     */
    public long otherPackets() {
        return otherPackets;
    }

    /**
     * TCP connections, with or without TLS.
     *
     * @return their number
     */
    public long connections() {
        return connections;
    }

    /**
     * Connections in which at least one TLS handshake message or alert was seen.
     *
     * @return their number
     */
    public long handshakes() {
        return handshakes;
    }

    /**
     * Why the capture could not be read to its end.
     *
     * @return empty if it was read to its end
     */
    public Optional<CaptureProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The counts in a sentence. */
    @Override
    public String toString() {
        String counts = name + ": " + packets + " packets, " + connections + " TCP connections, " + handshakes
                + " TLS handshakes";
        return problem == null ? counts : counts + "; " + problem;
    }
}
