package dev.interloper.core.probe;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.tap.HandshakeTap;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A way to the destination that is open, and listened to.
 *
 * @param tcp the connection at the bottom
 * @param link what to talk over
 * @param tap what listens
 * @param client this end
 * @param server the other end: the destination, or the proxy before it
 */
record Opened(TcpLink tcp, TappedLink link, HandshakeTap tap, Endpoint client, Endpoint server) {

    static Endpoint local(Socket socket) {
        return new Endpoint(socket.getLocalAddress(), socket.getLocalPort());
    }

    static Endpoint remote(Socket socket) {
        InetSocketAddress address = (InetSocketAddress) socket.getRemoteSocketAddress();
        return new Endpoint(address.getAddress(), address.getPort());
    }

    Handshake handshake() {
        return tap.handshake(client, server);
    }
}
