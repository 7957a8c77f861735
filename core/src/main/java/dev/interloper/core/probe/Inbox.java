package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads dialogues byte by byte, so that nothing is taken that belongs to the TLS behind them. Each wait and each length has an end. */
final class Inbox {

    /** What a dialogue may bring. */
    static final int MAX_BYTES = 64 * 1024;

    private final Link link;
    private final byte[] one = new byte[1];
    private final StringBuilder all = new StringBuilder();

    Inbox(Link link) {
        this.link = link;
    }

    int next() throws IOException {
        if (all.length() >= MAX_BYTES) {
            throw new LimitReachedException("the dialogue before TLS", MAX_BYTES);
        }
        int count = link.read(one);
        if (count < 0) {
            throw new EOFException("the peer closed the connection");
        }
        all.append((char) (one[0] & 0xff));
        return one[0] & 0xff;
    }

    byte[] next(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) next();
        }
        return bytes;
    }

    /** A line without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            line.append((char) c);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    /** Everything that was read. */
    Bytes all() {
        return Bytes.copyOf(all.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
