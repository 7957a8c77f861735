package dev.interloper.handshake.flight;

/**
 * A segment boundary inside a message: its sender did not choose it, or chose it for its buffer's sake. Never a sign of
 * interception. Immutable.
 *
 * @param message the message's name
 * @param flightOffset index of the split, in bytes from the flight's first byte
 * @param cause why it is there
 * @since 0.1
 */
public record InnerSplit(String message, long flightOffset, Cause cause) {

    /** Why a message is cut. */
    public enum Cause {
        /** The segments before it are full: the flight is longer than the maximum segment size. */
        FULL_SEGMENT,
        /** It lies at a multiple of 4,096 bytes: OpenSSL's write buffer was full. */
        BUFFER_4096,
        /** Neither. */
        OTHER
    }
}
