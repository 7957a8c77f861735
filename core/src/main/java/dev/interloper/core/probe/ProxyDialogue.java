package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Asks a proxy for a way to the destination. */
final class ProxyDialogue {

    private static final int MAX_SOCKS_TEXT = 255;

    private final ProxyServer proxy;

    ProxyDialogue(ProxyServer proxy) {
        this.proxy = proxy;
    }

    /**
     * Asks and reads the answer.
     *
     * @throws TunnelRefusedException if the answer is no
     */
    void open(Link link, Inbox inbox, String host, int port) throws IOException {
        switch (proxy.kind()) {
            case HTTP, HTTPS -> connect(link, inbox, host, port);
            case SOCKS4 -> socks4(link, inbox, host, port);
            case SOCKS5 -> socks5(link, inbox, host, port);
        }
    }

    private void connect(Link link, Inbox inbox, String host, int port) throws IOException {
        String target = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        String credentials = proxy.userInfo()
                .map(user -> "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)) + "\r\n")
                .orElse("");
        link.write(ascii("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + credentials + "\r\n"));
        String status = inbox.line();
        for (String field = inbox.line(); !field.isEmpty(); field = inbox.line()) {
            // kept by the inbox
        }
        if (!status.matches("HTTP/1\\.[01] 2[0-9][0-9]( .*)?")) {
            throw new TunnelRefusedException("the proxy answered CONNECT with \"" + printable(status) + "\"");
        }
    }

    /** SOCKS 4a: an address that cannot be, and the name behind it. */
    private void socks4(Link link, Inbox inbox, String host, int port) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(4);
        request.write(1);
        request.write(port >> 8);
        request.write(port);
        request.writeBytes(new byte[] {0, 0, 0, 1});
        request.writeBytes(
                ascii(proxy.userInfo().map(user -> user.split(":", 2)[0]).orElse("")));
        request.write(0);
        request.writeBytes(ascii(host));
        request.write(0);
        link.write(request.toByteArray());
        byte[] reply = inbox.next(8);
        if (reply[0] != 0 || reply[1] != 0x5a) {
            throw new TunnelRefusedException("the SOCKS 4 proxy answered " + hex(reply));
        }
    }

    private void socks5(Link link, Inbox inbox, String host, int port) throws IOException {
        String[] user = proxy.userInfo().map(info -> info.split(":", 2)).orElse(new String[0]);
        boolean password = user.length == 2;
        link.write(password ? new byte[] {5, 2, 0, 2} : new byte[] {5, 1, 0});
        byte[] method = inbox.next(2);
        if (method[0] != 5 || (method[1] != 0 && !(password && method[1] == 2))) {
            throw new TunnelRefusedException("the SOCKS 5 proxy answered " + hex(method)
                    + (method[1] == (byte) 0xff || method[1] == 2 ? ": it wants other credentials" : ""));
        }
        if (method[1] == 2) {
            ByteArrayOutputStream credentials = new ByteArrayOutputStream();
            credentials.write(1);
            lengthAndText(credentials, user[0]);
            lengthAndText(credentials, user[1]);
            link.write(credentials.toByteArray());
            byte[] accepted = inbox.next(2);
            if (accepted[1] != 0) {
                throw new TunnelRefusedException("the SOCKS 5 proxy does not accept the credentials");
            }
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {5, 1, 0});
        address(request, host);
        request.write(port >> 8);
        request.write(port);
        link.write(request.toByteArray());
        socks5Reply(inbox);
    }

    private static void socks5Reply(Inbox inbox) throws IOException {
        byte[] head = inbox.next(4);
        if (head[0] != 5 || head[1] != 0) {
            throw new TunnelRefusedException("the SOCKS 5 proxy answered " + hex(head));
        }
        int length = switch (head[3]) {
            case 1 -> 4;
            case 4 -> 16;
            case 3 -> inbox.next();
            default -> throw new TunnelRefusedException("the SOCKS 5 proxy answered " + hex(head));
        };
        inbox.next(length + 2);
    }

    /** RFC 1928 section 5: 1 is an IPv4 address, 4 one of IPv6, 3 a name. */
    private static void address(ByteArrayOutputStream out, String host) throws IOException {
        Optional<InetAddress> literal = Addresses.literal(host);
        if (literal.isPresent()) {
            out.write(literal.get() instanceof Inet4Address ? 1 : 4);
            out.writeBytes(literal.get().getAddress());
        } else {
            out.write(3);
            lengthAndText(out, host);
        }
    }

    private static void lengthAndText(ByteArrayOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_SOCKS_TEXT) {
            throw new TunnelRefusedException("too long for SOCKS 5: " + bytes.length + " bytes");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return Bytes.copyOf(bytes).hex();
    }

    private static String printable(String line) {
        String text = Bytes.copyOf(line.getBytes(StandardCharsets.ISO_8859_1)).printable();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
