package dev.interloper.handshake.capture;

/** What taking a header off came to. */
enum Outcome {
    /** The bytes are not what they were taken for: something else may be tried. */
    UNREADABLE,
    /** They are, but carry neither TCP nor UDP, or not all of it yet. */
    OTHER,
    /** A segment or datagram is in the view. */
    FOUND
}
