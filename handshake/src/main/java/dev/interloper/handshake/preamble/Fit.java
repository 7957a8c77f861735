package dev.interloper.handshake.preamble;

/** Whether bytes are the start of something. */
enum Fit {
    NO,
    /** They are, as far as they have come. */
    PERHAPS,
    YES;

    static Fit of(boolean fits) {
        return fits ? YES : NO;
    }
}
