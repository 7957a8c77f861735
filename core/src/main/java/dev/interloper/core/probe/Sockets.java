package dev.interloper.core.probe;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** Makes sockets that are not connected. */
@FunctionalInterface
interface Sockets {

    Socket open() throws IOException;

    /** A channel's socket: unlike a plain one it notices when its thread is interrupted, while it connects too. */
    static Socket interruptible() throws IOException {
        return SocketChannel.open().socket();
    }
}
