package dev.interloper.boards.library;

import dev.interloper.boards.corpus.Flow;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.Segment;
import java.util.List;

/**
 * One handshake message as the library read it.
 *
 * @param handshake whose it is
 * @param message what it says
 * @param flow the way it travelled
 * @param frame the frame that completes it
 */
public record Message(Handshake handshake, HandshakeMessage message, Flow flow, long frame) {

    static Message of(Handshake handshake, HandshakeMessage message) {
        Endpoint client = handshake.conversation().client();
        Endpoint server = handshake.conversation().server();
        Flow fromClient = Flow.of(client.addressText(), client.port(), server.addressText(), server.port());
        boolean clientSent = message.provenance().direction() == Direction.CLIENT_TO_SERVER;
        return new Message(
                handshake,
                message,
                clientSent ? fromClient : fromClient.reversed(),
                completingFrame(handshake, message));
    }

    /**
     * The message's type.
     *
     * @return its number
     */
    public int type() {
        return message.type().code();
    }

    /** A record over a stream is complete with the frame by which all bytes up to its end have come, in whatever order. */
    private static long completingFrame(Handshake handshake, HandshakeMessage message) {
        long own = last(message.provenance().segments());
        List<TlsRecord> records = message.provenance().records();
        if (records.isEmpty() || !Library.isOverStream(handshake)) {
            return own;
        }
        long end = records.get(records.size() - 1).end();
        List<Segment> before = handshake.segments(message.provenance().direction()).stream()
                .filter(segment -> segment.offset() < end)
                .toList();
        return Math.max(own, last(before));
    }

    private static long last(List<Segment> segments) {
        return segments.stream()
                .mapToLong(segment -> segment.packet().number())
                .max()
                .orElse(0);
    }
}
