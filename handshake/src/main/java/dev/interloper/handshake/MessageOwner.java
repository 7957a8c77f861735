package dev.interloper.handshake;

import dev.interloper.handshake.stream.StreamProblem;

/** Takes the messages that a {@link MessageAssembler} puts together from the bytes of one direction. */
interface MessageOwner {

    Limits limits();

    BufferPool buffers();

    /** Whether the bytes are still wanted: a message may have ended the reading. */
    boolean isReading();

    void message(int type, byte[] bytes, int at, int length, long offset, long end, int firstRecord);

    void alert(byte[] bytes, int at, long offset, long end, int firstRecord);

    void problem(StreamProblem.Kind kind, long offset, String description);

    /** Reads the direction no further, and says why. */
    void stop(StreamProblem.Kind kind, long offset, String why);
}
