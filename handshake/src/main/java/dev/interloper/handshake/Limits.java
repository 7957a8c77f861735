package dev.interloper.handshake;

/**
 * How much of one connection is kept, and of all together; what goes beyond ends that connection's observation with a
 * problem that says so, never with an exception. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Limits {

    private static final Limits DEFAULTS = new Limits(1 << 20, 1 << 16, 2048, 8192, 1 << 20, 50_000, 16 << 20, 120);

    private final int maxMessageBytes;
    private final int maxPreambleBytes;
    private final int maxRecords;
    private final int maxSegments;
    private final int maxPendingBytes;
    private final int maxConnections;
    private final int maxBufferedBytes;
    private final int idleSeconds;

    private Limits(
            int maxMessageBytes,
            int maxPreambleBytes,
            int maxRecords,
            int maxSegments,
            int maxPendingBytes,
            int maxConnections,
            int maxBufferedBytes,
            int idleSeconds) {
        this.maxMessageBytes = positive(maxMessageBytes, "maxMessageBytes");
        this.maxPreambleBytes = positive(maxPreambleBytes, "maxPreambleBytes");
        this.maxRecords = positive(maxRecords, "maxRecords");
        this.maxSegments = positive(maxSegments, "maxSegments");
        this.maxPendingBytes = positive(maxPendingBytes, "maxPendingBytes");
        this.maxConnections = positive(maxConnections, "maxConnections");
        this.maxBufferedBytes = positive(maxBufferedBytes, "maxBufferedBytes");
        this.idleSeconds = positive(idleSeconds, "idleSeconds");
    }

    private static int positive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
        return value;
    }

    /**
     * Limits that fit post-quantum hellos and Certificate messages of hundreds of kilobytes.
     *
     * @return 1 MiB a message, 64 KiB of HTTP before TLS, 2,048 records and 8,192 segments a direction, 1 MiB waiting for a
     *     hole to be filled, 50,000 connections and 16 MiB of buffers at once, 120 seconds without a packet
     */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /**
     * The longest handshake message that is put together.
     *
     * @return bytes
     */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /**
     * How much may come before TLS starts, such as an HTTP CONNECT and its refusals.
     *
     * @return bytes a direction
     */
    public int maxPreambleBytes() {
        return maxPreambleBytes;
    }

    /**
     * How many records of a direction are listed before the handshake is given up.
     *
     * @return records
     */
    public int maxRecords() {
        return maxRecords;
    }

    /**
     * How many segments of a direction are listed before the handshake is given up.
     *
     * @return segments
     */
    public int maxSegments() {
        return maxSegments;
    }

    /**
     * How many bytes of a direction may wait for earlier ones.
     *
     * @return bytes
     */
    public int maxPendingBytes() {
        return maxPendingBytes;
    }

    /**
     * How many connections are watched at once; beyond, the one that was silent longest is let go.
     *
     * @return connections
     */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * How many bytes all connections together may hold; beyond, those that were silent longest are let go.
     *
     * @return bytes
     */
    public int maxBufferedBytes() {
        return maxBufferedBytes;
    }

    /**
     * After how long without a packet a connection is let go, by the packets' own time.
     *
     * @return seconds
     */
    public int idleSeconds() {
        return idleSeconds;
    }

    /**
     * These limits with another {@link #maxMessageBytes()}.
     *
     * @param bytes the longest handshake message
     * @return the changed limits
     * @throws IllegalArgumentException if it is not positive
     */
    public Limits withMaxMessageBytes(int bytes) {
        return new Limits(
                bytes,
                maxPreambleBytes,
                maxRecords,
                maxSegments,
                maxPendingBytes,
                maxConnections,
                maxBufferedBytes,
                idleSeconds);
    }

    /**
     * These limits with another {@link #maxPendingBytes()}.
     *
     * @param bytes bytes of a direction that may wait for earlier ones
     * @return the changed limits
     * @throws IllegalArgumentException if it is not positive
     */
    public Limits withMaxPendingBytes(int bytes) {
        return new Limits(
                maxMessageBytes,
                maxPreambleBytes,
                maxRecords,
                maxSegments,
                bytes,
                maxConnections,
                maxBufferedBytes,
                idleSeconds);
    }

    /**
     * These limits with other {@link #maxConnections()} and {@link #maxBufferedBytes()}.
     *
     * @param connections connections that are watched at once
     * @param bytes bytes that they may hold together
     * @return the changed limits
     * @throws IllegalArgumentException if one is not positive
     */
    public Limits withMaxOpen(int connections, int bytes) {
        return new Limits(
                maxMessageBytes,
                maxPreambleBytes,
                maxRecords,
                maxSegments,
                maxPendingBytes,
                connections,
                bytes,
                idleSeconds);
    }

    /**
     * These limits with another {@link #idleSeconds()}.
     *
     * @param seconds seconds without a packet
     * @return the changed limits
     * @throws IllegalArgumentException if it is not positive
     */
    public Limits withIdleSeconds(int seconds) {
        return new Limits(
                maxMessageBytes,
                maxPreambleBytes,
                maxRecords,
                maxSegments,
                maxPendingBytes,
                maxConnections,
                maxBufferedBytes,
                seconds);
    }
}
