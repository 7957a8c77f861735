package dev.interloper.handshake.capture;

/** A capture format: one packet after the other. */
interface PacketSource {

    /** More than any capture tool's default snap length (262,144) and than any IP packet: a larger one is nonsense. */
    int MAX_PACKET = 1 << 20;

    /** The format's name. */
    String format();

    /**
     * Reads the next packet.
     *
     * @return false at the end of the capture
     * @throws CaptureException if the file ends too early or is broken
     */
    boolean next(RawPacket packet) throws CaptureException;
}
