package dev.interloper.handshake;

/**
 * How much of one connection is kept, and of all together; what goes beyond ends that connection's observation with a
 * problem that says so, never with an exception. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Limits {

    private static final Limits DEFAULTS = new Limits(new Builder());

    private final int maxMessageBytes;
    private final int maxMessages;
    private final int maxPreambleBytes;
    private final int maxRecords;
    private final int maxSegments;
    private final int maxPendingBytes;
    private final int maxConnections;
    private final int maxBufferedBytes;
    private final int idleSeconds;

    private Limits(Builder from) {
        maxMessageBytes = from.maxMessageBytes;
        maxMessages = from.maxMessages;
        maxPreambleBytes = from.maxPreambleBytes;
        maxRecords = from.maxRecords;
        maxSegments = from.maxSegments;
        maxPendingBytes = from.maxPendingBytes;
        maxConnections = from.maxConnections;
        maxBufferedBytes = from.maxBufferedBytes;
        idleSeconds = from.idleSeconds;
    }

    /**
     * Limits that fit post-quantum hellos and Certificate messages of hundreds of kilobytes.
     *
     * @return 1 MiB a message, 4,096 messages and alerts a connection, 64 KiB of HTTP before TLS, 2,048 records and 8,192 segments a direction, 1 MiB waiting for a
     *     hole to be filled, 50,000 connections and 16 MiB of buffers at once, 120 seconds without a packet
     */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /**
     * A builder with the defaults.
     *
     * @return the same as {@code defaults().toBuilder()}
     */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /**
     * A builder with these limits.
     *
     * @return a fresh builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.maxMessageBytes = maxMessageBytes;
        builder.maxMessages = maxMessages;
        builder.maxPreambleBytes = maxPreambleBytes;
        builder.maxRecords = maxRecords;
        builder.maxSegments = maxSegments;
        builder.maxPendingBytes = maxPendingBytes;
        builder.maxConnections = maxConnections;
        builder.maxBufferedBytes = maxBufferedBytes;
        builder.idleSeconds = idleSeconds;
        return builder;
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
     * How many handshake messages and alerts of a connection are kept before the handshake is given up.
     *
     * @return messages
     */
    public int maxMessages() {
        return maxMessages;
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

    /** Sets limits. Not thread-safe. */
    public static final class Builder {

        private int maxMessageBytes = 1 << 20;
        private int maxMessages = 4096;
        private int maxPreambleBytes = 1 << 16;
        private int maxRecords = 2048;
        private int maxSegments = 8192;
        private int maxPendingBytes = 1 << 20;
        private int maxConnections = 50_000;
        private int maxBufferedBytes = 16 << 20;
        private int idleSeconds = 120;

        private Builder() {}

        private static int positive(int value, String name) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " must be positive: " + value);
            }
            return value;
        }

        /**
         * The longest handshake message that is put together.
         *
         * @param value bytes
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxMessageBytes(int value) {
            maxMessageBytes = positive(value, "maxMessageBytes");
            return this;
        }

        /**
         * How many handshake messages and alerts of a connection are kept before the handshake is given up.
         *
         * @param value messages
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxMessages(int value) {
            maxMessages = positive(value, "maxMessages");
            return this;
        }

        /**
         * How much may come before TLS starts, such as an HTTP CONNECT and its refusals.
         *
         * @param value bytes a direction
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxPreambleBytes(int value) {
            maxPreambleBytes = positive(value, "maxPreambleBytes");
            return this;
        }

        /**
         * How many records of a direction are listed before the handshake is given up.
         *
         * @param value records
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxRecords(int value) {
            maxRecords = positive(value, "maxRecords");
            return this;
        }

        /**
         * How many segments of a direction are listed before the handshake is given up.
         *
         * @param value segments
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxSegments(int value) {
            maxSegments = positive(value, "maxSegments");
            return this;
        }

        /**
         * How many bytes of a direction may wait for earlier ones.
         *
         * @param value bytes
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxPendingBytes(int value) {
            maxPendingBytes = positive(value, "maxPendingBytes");
            return this;
        }

        /**
         * How many connections are watched at once; beyond, the one that was silent longest is let go.
         *
         * @param value connections
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxConnections(int value) {
            maxConnections = positive(value, "maxConnections");
            return this;
        }

        /**
         * How many bytes all connections together may hold; beyond, those that were silent longest are let go.
         *
         * @param value bytes
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxBufferedBytes(int value) {
            maxBufferedBytes = positive(value, "maxBufferedBytes");
            return this;
        }

        /**
         * After how long without a packet a connection is let go, by the packets' own time.
         *
         * @param value seconds
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder idleSeconds(int value) {
            idleSeconds = positive(value, "idleSeconds");
            return this;
        }

        /**
         * The limits.
         *
         * @return an immutable instance
         */
        public Limits build() {
            return new Limits(this);
        }
    }
}
