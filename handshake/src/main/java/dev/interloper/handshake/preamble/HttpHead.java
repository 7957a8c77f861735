package dev.interloper.handshake.preamble;

import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An HTTP message's first line and header fields. */
final class HttpHead {

    private static final int MAX_TARGET = 512;

    private final String text;
    private final String firstLine;

    HttpHead(String text) {
        this.text = text;
        int end = text.indexOf('\n');
        this.firstLine = text.substring(0, end < 0 ? text.length() : end).strip();
    }

    String firstLine() {
        return firstLine;
    }

    /** The request's target in printable form. */
    String target() {
        String[] words = firstLine.split(" +", 3);
        String target = words.length > 1 ? words[1] : "";
        String capped = target.substring(0, Math.min(target.length(), MAX_TARGET));
        return Bytes.copyOf(capped.getBytes(StandardCharsets.ISO_8859_1)).printable();
    }

    /** The reply's status code, 0 if there is none. */
    int status() {
        String[] words = firstLine.split(" +", 3);
        return words.length > 1 && words[1].length() == 3 ? Words.number(words[1], 10) : 0;
    }

    /** The first field of a name, or nothing. */
    String field(String name) {
        int at = text.indexOf('\n') + 1;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end;
            int colon = text.indexOf(':', at);
            if (colon > at && colon < next && text.substring(at, colon).strip().equalsIgnoreCase(name)) {
                return text.substring(colon + 1, next).strip();
            }
            at = next + 1;
        }
        return "";
    }

    boolean isChunked() {
        return field("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked");
    }

    boolean upgradesToTls() {
        return field("Upgrade").toUpperCase(Locale.ROOT).contains("TLS/");
    }
}
