package dev.interloper.handshake.capture;

import dev.interloper.handshake.secrets.KeyLog;
import java.nio.charset.StandardCharsets;

/** The key logs that a capture holds, as far as it has been read. */
final class CaptureSecrets {

    static final int MAX_BYTES = 16 << 20;
    static final int MAX_BLOCKS = 16_384;

    private final StringBuilder unread = new StringBuilder(0);
    private KeyLog known = KeyLog.empty();
    private int bytes;
    private int blocks;

    /** Takes a block's key log; what is too much in one file is left out. */
    void add(byte[] buffer, int offset, int length) {
        if (blocks == MAX_BLOCKS || length > MAX_BYTES - bytes) {
            return;
        }
        blocks++;
        bytes += length;
        unread.append(new String(buffer, offset, length, StandardCharsets.ISO_8859_1))
                .append('\n');
    }

    /** All that was told so far; later ones count where two contradict each other. */
    KeyLog get() {
        if (!unread.isEmpty()) {
            known = known.and(KeyLog.parse(unread.toString()));
            unread.setLength(0);
        }
        return known;
    }
}
