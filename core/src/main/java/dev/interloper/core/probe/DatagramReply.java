package dev.interloper.core.probe;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What came back over UDP to a STUN binding request. Immutable.
 *
 * @param address where it was sent to, in text form
 * @param port the UDP port
 * @param outcome whether somebody answered
 * @param mappedAddress the client's own address as the server sees it, {@code address:port}
 * @param took from the first request to the answer, or how long was waited
 * @since 0.1
 */
public record DatagramReply(String address, int port, Outcome outcome, Optional<String> mappedAddress, Duration took) {

    /** Whether somebody answered. */
    public enum Outcome {
        /** A STUN success response to this request. */
        ANSWERED,
        /** A datagram came that is no answer to this request. */
        GARBLED,
        /** Nothing came. */
        SILENT,
        /** The port is closed: an ICMP message said so. */
        REFUSED,
        /** It could not be sent. */
        FAILED
    }

    /**
     * Checks.
     *
     * @param address where it was sent to, in text form
     * @param port the UDP port
     * @param outcome whether somebody answered
     * @param mappedAddress the client's own address as the server sees it, {@code address:port}
     * @param took from the first request to the answer, or how long was waited
     * @throws NullPointerException if anything is null
     */
    public DatagramReply {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(mappedAddress, "mappedAddress");
        Objects.requireNonNull(took, "took");
    }
}
