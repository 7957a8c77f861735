package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests a page by HTTP/1.1 (RFC 9112) and takes what comes, up to a limit. */
final class PageRequest {

    static final int MAX_HEAD = 16 * 1024;
    static final int MAX_BODY = 64 * 1024;

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*([0-9]{1,9})[ \\t]*$");
    private static final Pattern BODILESS = Pattern.compile("HTTP/1\\.[01] (204|304)\\b");

    private final Link link;
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();

    PageRequest(Link link) {
        this.link = link;
    }

    /**
     * Requests a page and notes what came of it, even if it did not come to its end.
     *
     * @throws IOException if something failed before the end of the page
     */
    void get(String path, String host, Exchange.Builder seen) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: Interloper/0.1\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        link.write(request.getBytes(StandardCharsets.US_ASCII));
        try {
            read();
            seen.ending(Ending.COMPLETE);
        } finally {
            if (page.size() > 0) {
                seen.page(Bytes.copyOf(page.toByteArray()));
            }
        }
    }

    private void read() throws IOException {
        int end = Integer.MAX_VALUE;
        int limit = MAX_HEAD;
        byte[] chunk = new byte[8192];
        while (page.size() < end) {
            if (page.size() >= limit) {
                throw new LimitReachedException("the page", limit);
            }
            int count = link.read(chunk);
            if (count < 0 && page.size() == 0) {
                throw new EOFException("the peer closed the connection");
            }
            if (count < 0) {
                return;
            }
            page.write(chunk, 0, count);
            if (limit == MAX_HEAD) {
                String soFar = page.toString(StandardCharsets.ISO_8859_1);
                int body = soFar.indexOf("\r\n\r\n") + 4;
                limit = body >= 4 ? body + MAX_BODY : limit;
                end = body >= 4 ? end(soFar.substring(0, body), body) : end;
            }
        }
    }

    /** Not everybody closes the connection as asked. */
    private static int end(String head, int body) {
        if (BODILESS.matcher(head).lookingAt()) {
            return body;
        }
        Matcher length = CONTENT_LENGTH.matcher(head.replace("\r", ""));
        return length.find() ? body + Integer.parseInt(length.group(1)) : Integer.MAX_VALUE;
    }
}
