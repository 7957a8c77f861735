package dev.interloper.handshake;

import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;

/** Where the message that has just become complete lies; asked only if somebody keeps the answer. */
interface Place {

    Direction direction();

    /** Index of the message's first byte in its direction's bytes. */
    long offset();

    Provenance provenance();

    /** Reads the direction no further, and says why. */
    void stop(StreamProblem.Kind kind, long offset, String why);
}
