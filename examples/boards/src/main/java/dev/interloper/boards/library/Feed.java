package dev.interloper.boards.library;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.net.InetAddress;

/** Gives one direction's bytes to a reader of its own. Not thread-safe. */
public final class Feed {

    private static final Conversation NOBODY = Conversation.between(
                    new Endpoint(InetAddress.getLoopbackAddress(), 1),
                    new Endpoint(InetAddress.getLoopbackAddress(), 2))
            .build();

    private final HandshakeReader reader = HandshakeReader.create(Library.LIMITS);
    private final Direction direction;
    private long offset;

    /**
     * Nothing given yet.
     *
     * @param direction which way the bytes travel
     */
    public Feed(Direction direction) {
        this.direction = direction;
    }

    /**
     * Gives bytes at once.
     *
     * @param bytes an array that holds them
     * @param from index of the first
     * @param length how many
     * @return this
     */
    public Feed give(byte[] bytes, int from, int length) {
        Segment segment = new Segment(new PacketRef(1, 0, length), offset, length, false);
        reader.receive(direction, segment, bytes, from, length);
        offset += length;
        return this;
    }

    /**
     * What was seen so far.
     *
     * @return the observation
     */
    public Handshake seen() {
        return reader.handshake(NOBODY);
    }

    /**
     * Whether anything was seen so far.
     *
     * @return true after a message or an alert
     */
    public boolean sawTls() {
        return reader.sawTls();
    }
}
