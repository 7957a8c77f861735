package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dialogues byte by byte, so that nothing is taken that belongs to the TLS behind them. Each wait and each length has an end. */
final class Inbox {

    /** What a dialogue may bring. */
    static final int MAX_BYTES = 64 * 1024;

    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("(?im)^content-length:[ \\t]*([0-9]{1,7})[ \\t]*\r?$");

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

    /**
     * Reads on to the end of an HTTP reply whose head was read, or of whatever it is; how that ends does not matter, the page that says
     * who refuses is there or not.
     */
    void restOfReply() {
        Matcher length = CONTENT_LENGTH.matcher(all);
        int announced = length.find() ? Integer.parseInt(length.group(1)) : MAX_BYTES;
        try {
            for (int i = 0; i < announced; i++) {
                next();
            }
        } catch (IOException end) {
            return;
        }
    }

    /** Everything that was read. */
    Bytes all() {
        return Bytes.copyOf(all.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
