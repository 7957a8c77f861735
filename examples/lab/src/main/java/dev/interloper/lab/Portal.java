package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A captive portal which takes whatever comes for HTTP, a TLS hello too, and sends the guest to its own page. */
final class Portal {
    private static final byte[] REDIRECT = """
            HTTP/1.1 302 Found
            Location: http://login.guest-wlan.example/welcome
            Content-Length: 0
            Connection: close

            """.replace("\n", "\r\n").getBytes(US_ASCII);

    private Portal() {}

    static void answer(SocketChannel connection) throws IOException {
        if (connection.read(ByteBuffer.allocate(4096)) > 0) {
            connection.write(ByteBuffer.wrap(REDIRECT));
        }
        connection.shutdownOutput();
        var rest = ByteBuffer.allocate(4096);
        while (connection.read(rest.clear()) >= 0) {}
    }
}
