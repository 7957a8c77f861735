package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests a page by HTTP/1.1 (RFC 9112) and takes what comes, up to a limit. */
final class PageRequest {

    /** A head and 64 KiB of a body. */
    private static final int MAX_BYTES = 80 * 1024;

    private PageRequest() {}

    /**
     * Requests a page. What came before the time was up, or the connection ended, counts.
     *
     * @return empty if nothing came
     * @throws IOException if nothing came because something failed
     */
    static Optional<Bytes> get(Link link, String path, String host) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: Interloper/0.1\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        link.write(request.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try {
            for (int count = link.read(chunk); count >= 0; count = link.read(chunk)) {
                page.write(chunk, 0, Math.min(count, MAX_BYTES - page.size()));
                if (page.size() >= MAX_BYTES) {
                    break;
                }
            }
        } catch (IOException e) {
            if (page.size() == 0) {
                throw e;
            }
        }
        return page.size() == 0 ? Optional.empty() : Optional.of(Bytes.copyOf(page.toByteArray()));
    }
}
