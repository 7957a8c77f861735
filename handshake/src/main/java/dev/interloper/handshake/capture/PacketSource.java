package dev.interloper.handshake.capture;

import dev.interloper.handshake.secrets.KeyLog;

/** A capture format: one packet after the other. */
interface PacketSource {

    /** More than any capture tool's default snap length (262,144) and than any IP packet: a larger one is nonsense. */
    int MAX_PACKET = 1 << 20;

    /** The format's name. */
    String format();

    /**
     * The secrets that the file has told so far: those for a connection stand before its packets. Cheap unless there are new ones.
     */
    default KeyLog secrets() {
        return KeyLog.empty();
    }

    /**
     * Reads the next packet.
     *
     * @return false at the end of the capture
     * @throws CaptureException if the file ends too early or is broken
     */
    boolean next(RawPacket packet) throws CaptureException;
}
