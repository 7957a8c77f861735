package dev.interloper.core.page;

import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * An HTTP/1 reply (RFC 9112) as far as it came. Whatever the bytes are, reading them throws nothing; all text is in printable form.
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class HttpReply {

    /** What is kept of a body, in bytes, after transfer and content coding are undone. */
    public static final int MAX_BODY = 64 * 1024;

    private static final int MAX_HEADERS = 200;
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_INTERIM = 5;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: (.*))?");
    private static final Pattern TITLE = Pattern.compile("<title[^>]{0,100}>([^<]{0,400})", Pattern.CASE_INSENSITIVE);

    private final int status;
    private final String reason;
    private final List<Header> headers;
    private final String body;

    /**
     * A header field.
     *
     * @param name its name as sent
     * @param value its value
     */
    public record Header(String name, String value) {}

    private HttpReply(int status, String reason, List<Header> headers, String body) {
        this.status = status;
        this.reason = reason;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /**
     * Reads a reply; interim ones (1xx) are passed over.
     *
     * @param received what came, from the first byte of the reply on
     * @return empty if it does not begin as an HTTP/1 reply does
     */
    public static Optional<HttpReply> parse(Bytes received) {
        byte[] bytes = received.toByteArray();
        int at = 0;
        for (int interim = 0; interim <= MAX_INTERIM; interim++) {
            Head head = Head.read(bytes, at);
            Matcher matcher =
                    head.lines().isEmpty() ? null : STATUS.matcher(head.lines().get(0));
            if (matcher == null || !matcher.matches()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(matcher.group(1));
            if (status >= 200 || status == 101 || head.end() >= bytes.length) {
                List<Header> headers = headers(head.lines());
                String reason = matcher.group(2) == null ? "" : printable(matcher.group(2));
                return Optional.of(new HttpReply(status, reason, headers, body(bytes, head.end(), headers)));
            }
            at = head.end();
        }
        return Optional.empty();
    }

    /** The lines of a head, and where it ends. */
    private record Head(List<String> lines, int end) {

        static Head read(byte[] bytes, int start) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (int i = start; i < bytes.length; i++) {
                char c = (char) (bytes[i] & 0xff);
                if (c != '\n') {
                    if (line.length() < MAX_LINE) {
                        line.append(c);
                    }
                    continue;
                }
                String text = line.length() > 0 && line.charAt(line.length() - 1) == '\r'
                        ? line.substring(0, line.length() - 1)
                        : line.toString();
                line.setLength(0);
                if (text.isEmpty()) {
                    return new Head(lines, i + 1);
                }
                if (lines.size() <= MAX_HEADERS) {
                    lines.add(text);
                }
            }
            if (line.length() > 0 && lines.size() <= MAX_HEADERS) {
                lines.add(line.toString());
            }
            return new Head(lines, bytes.length);
        }
    }

    private static List<Header> headers(List<String> lines) {
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        printable(line.substring(0, colon).strip()),
                        printable(line.substring(colon + 1).strip())));
            }
        }
        return headers;
    }

    private static String body(byte[] bytes, int start, List<Header> headers) {
        byte[] coded = is(headers, "Transfer-Encoding", "chunked")
                ? Chunks.join(bytes, start)
                : Bytes.copyOf(bytes, start, bytes.length - start).toByteArray();
        byte[] plain = coded;
        if (is(headers, "Content-Encoding", "gzip")) {
            plain = inflate(coded, true);
        } else if (is(headers, "Content-Encoding", "deflate")) {
            plain = inflate(coded, false);
        }
        boolean utf8 = is(headers, "Content-Type", "utf-8") || startsWithMark(plain);
        return new String(
                plain,
                0,
                Math.min(MAX_BODY, plain.length),
                utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWithMark(byte[] text) {
        return text.length > 2 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf;
    }

    private static boolean is(List<Header> headers, String name, String value) {
        return headers.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase(name)
                        && header.value().toLowerCase(Locale.ROOT).contains(value));
    }

    /** As far as it goes; a bomb ends at the limit. */
    private static byte[] inflate(byte[] coded, boolean gzip) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(coded))
                : new InflaterInputStream(new ByteArrayInputStream(coded))) {
            byte[] chunk = new byte[4096];
            for (int count = in.read(chunk); count >= 0 && plain.size() < MAX_BODY; count = in.read(chunk)) {
                plain.write(chunk, 0, count);
            }
        } catch (IOException e) {
            return plain.toByteArray();
        }
        return plain.toByteArray();
    }

    private static String printable(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1)).printable();
    }

    /**
     * The status code.
     *
     * @return from 100 to 999
     */
    public int status() {
        return status;
    }

    /**
     * The reason phrase.
     *
     * @return printable text; perhaps empty
     */
    public String reason() {
        return reason;
    }

    /**
     * The header fields.
     *
     * @return in the order of the wire, at most 200, in printable form
     */
    public List<Header> headers() {
        return headers;
    }

    /**
     * A header field's values.
     *
     * @param name its name, in any case
     * @return in the order of the wire
     */
    public List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /**
     * Where a redirection leads.
     *
     * @return the Location field of a 3xx reply
     */
    public Optional<String> location() {
        return status / 100 == 3 ? header("Location").stream().findFirst() : Optional.empty();
    }

    /**
     * The start of the body, decoded. It is hostile text: escape it before it is shown.
     *
     * @return at most 64 KiB of it
     */
    public String body() {
        return body;
    }

    /**
     * The body's title.
     *
     * @return printable text
     */
    public Optional<String> title() {
        Matcher matcher = TITLE.matcher(body);
        return matcher.find()
                ? Optional.of(Bytes.copyOf(matcher.group(1).strip().getBytes(StandardCharsets.UTF_8))
                        .printable())
                : Optional.empty();
    }

    /** The status line. */
    @Override
    public String toString() {
        return status + (reason.isEmpty() ? "" : " " + reason);
    }
}
