package dev.interloper.core.probe;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.stream.Conversation;

/**
 * A way to the destination that is open, and listened to.
 *
 * @param tcp the connection at the bottom
 * @param link what to talk over
 * @param reader takes what the tap hears; to be asked only by the thread that talks
 * @param conversation what is known of TCP
 */
record Opened(TcpLink tcp, TappedLink link, HandshakeReader reader, Conversation conversation) {

    Handshake handshake() {
        return reader.handshake(conversation);
    }
}
