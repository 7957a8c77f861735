package dev.interloper.handshake.capture;

/**
 * Why a capture could not be read, or not to its end. What was read before is kept. Immutable.
 *
 * @param kind what sort of problem
 * @param offset where in the file (after decompression), in bytes from its start
 * @param packets how many packets had been read before it
 * @param reason one sentence for a person
 * @since 0.1
 */
public record CaptureProblem(Kind kind, long offset, long packets, String reason) {

    /** Sorts of problems. */
    public enum Kind {
        /** Not a capture file. */
        NOT_A_CAPTURE,
        /** The file ends in the middle of something. */
        CUT_SHORT,
        /** The file's structure is broken. */
        MALFORMED,
        /** The file could not be read. */
        UNREADABLE
    }

    /** Reason, place and what was read: {@code … at byte 1024, after 7 packets}. */
    @Override
    public String toString() {
        return reason + " (at byte " + offset + ", after " + packets + (packets == 1 ? " packet)" : " packets)");
    }
}
