package dev.interloper.handshake;

import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over HTTP CONNECT requests, or the replies to them, until something else begins. Fed with all bytes so far. */
final class HttpPreamble {

    /** What the bytes so far are. */
    enum State {
        /** HTTP, and more of it has to come. */
        NEEDS_MORE,
        /** HTTP up to {@link #consumed()}, and all of it has come. */
        ENDED,
        /** Not HTTP of the kind that comes before TLS. */
        FOREIGN
    }

    private static final String REQUEST = "CONNECT ";
    private static final String REPLY = "HTTP/1.";
    private static final int TARGET_LIMIT = 512;

    private final String start;
    private int consumed;
    private int searched;
    private int headEnd = -1;
    private int chunkAt;
    private int messages;
    private String target = "";
    private int status;
    private List<Tunnel.Header> headers = List.of();

    private HttpPreamble(String start) {
        this.start = start;
    }

    static HttpPreamble ofRequests() {
        return new HttpPreamble(REQUEST);
    }

    static HttpPreamble ofReplies() {
        return new HttpPreamble(REPLY);
    }

    /** Whether bytes can be the first ones of such a message, however few they are. */
    boolean mayStart(byte[] bytes, int from, int to) {
        for (int i = 0; i < Math.min(start.length(), to - from); i++) {
            if (bytes[from + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at all bytes that have come; call again with more of them after {@link State#NEEDS_MORE}. */
    State scan(byte[] bytes, int length) {
        while (consumed < length) {
            if (headEnd < 0 && !readHead(bytes, length)) {
                boolean started = mayStart(bytes, consumed, length);
                return started ? State.NEEDS_MORE : messages > 0 ? State.ENDED : State.FOREIGN;
            }
            int end = bodyEnd(bytes, length);
            if (end < 0) {
                return State.NEEDS_MORE;
            }
            messages++;
            consumed = end;
            searched = end;
            headEnd = -1;
        }
        return messages > 0 ? State.ENDED : State.NEEDS_MORE;
    }

    /** Reads the next message's head once it is whole; what was searched already is not searched again. */
    private boolean readHead(byte[] bytes, int length) {
        if (!mayStart(bytes, consumed, length)) {
            return false;
        }
        headEnd = headEnd(bytes, Math.max(consumed, searched - 2), length);
        searched = length;
        if (headEnd < 0) {
            return false;
        }
        String head = new String(bytes, consumed, headEnd - consumed, StandardCharsets.ISO_8859_1);
        String first = firstLine(head);
        headers = Tunnel.headersOf(head);
        chunkAt = headEnd;
        if (REQUEST.equals(start)) {
            target = printable(word(first, 1));
        } else {
            status = statusOf(word(first, 1));
        }
        return true;
    }

    private static int headEnd(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '\n'
                    && (bytes[i + 1] == '\n' || (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n'))) {
                return bytes[i + 1] == '\n' ? i + 2 : i + 3;
            }
        }
        return -1;
    }

    /** Where the message's body ends, which only a refusal has; -1 if it has not come yet. */
    private int bodyEnd(byte[] bytes, int length) {
        if (REQUEST.equals(start) || status / 100 == 2) {
            return headEnd;
        }
        if (Tunnel.isChunked(headers)) {
            return chunkedEnd(bytes, length);
        }
        long declared = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Length"))
                .mapToLong(header -> number(header.value(), 10))
                .findFirst()
                .orElse(0);
        return declared <= length - headEnd ? headEnd + (int) declared : -1;
    }

    /** RFC 9112 section 7.1; goes on at the chunk that was not whole before. */
    private int chunkedEnd(byte[] bytes, int length) {
        while (true) {
            int lineEnd = chunkAt;
            while (lineEnd < length && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd == length) {
                return -1;
            }
            String line = new String(bytes, chunkAt, lineEnd - chunkAt, StandardCharsets.ISO_8859_1);
            int semicolon = line.indexOf(';');
            long size = number(semicolon < 0 ? line : line.substring(0, semicolon), 16);
            if (size == 0 && !line.isBlank()) {
                return trailerEnd(bytes, lineEnd + 1, length);
            }
            if (size > length - lineEnd - 1) {
                return -1;
            }
            chunkAt = lineEnd + 1 + (int) size;
        }
    }

    private static int trailerEnd(byte[] bytes, int from, int length) {
        int lineStart = from;
        for (int i = from; i < length; i++) {
            if (bytes[i] == '\n') {
                if (i - lineStart <= 1) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        return -1;
    }

    private static long number(String text, int radix) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 9) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(digits, radix));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int statusOf(String word) {
        return word.length() == 3 ? (int) number(word, 10) : 0;
    }

    private static String firstLine(String head) {
        int end = head.indexOf('\n');
        return head.substring(0, end < 0 ? head.length() : end).strip();
    }

    private static String word(String line, int index) {
        String[] words = line.split(" +", 4);
        return index < words.length ? words[index] : "";
    }

    private static String printable(String text) {
        String capped = text.length() > TARGET_LIMIT ? text.substring(0, TARGET_LIMIT) : text;
        return Bytes.copyOf(capped.getBytes(StandardCharsets.ISO_8859_1)).printable();
    }

    int consumed() {
        return consumed;
    }

    int messages() {
        return messages;
    }

    String target() {
        return target;
    }

    int status() {
        return status;
    }

    List<Tunnel.Header> headers() {
        return headers;
    }

    static @Nullable Tunnel tunnel(@Nullable HttpPreamble requests, @Nullable HttpPreamble replies) {
        if (requests == null || requests.messages == 0) {
            return null;
        }
        return replies == null
                ? new Tunnel(requests.target, 0, List.of(), requests.messages)
                : new Tunnel(requests.target, replies.status, replies.headers, requests.messages);
    }
}
