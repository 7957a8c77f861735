package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What client and server say once the handshake is over: one request, one answer, and the server hangs up first. */
final class Exchange {
    static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n"
                    .getBytes(US_ASCII);

    private Exchange() {}

    static byte[] request(String host) {
        return ("GET /index.txt HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII);
    }

    static boolean isWholeRequest(String received) {
        return received.endsWith("\r\n\r\n");
    }
}
