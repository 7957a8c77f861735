package dev.interloper.handshake.fuzz;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.HandshakeReaders;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fuzz.Input.Turn;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Feeds a reader with both directions' bytes in portions. */
final class Streams {

    /** All that is left at once. */
    static final IntUnaryOperator AT_ONCE = left -> left;

    static final IntUnaryOperator BYTE_BY_BYTE = left -> 1;

    private Streams() {}

    static HandshakeReader reader(KeyLog log) {
        return new HandshakeReaders(Limits.defaults(), log).recording();
    }

    static HandshakeReader feed(HandshakeReader reader, List<Turn> turns, IntUnaryOperator portion) {
        long packet = 0;
        for (Turn turn : turns) {
            int at = 0;
            while (at < turn.bytes().length) {
                int length = portion.applyAsInt(turn.bytes().length - at);
                reader.receive(turn.direction(), ++packet, packet, length, false, turn.bytes(), at, length);
                at += length;
            }
        }
        return reader;
    }

    static Handshake handshake(HandshakeReader reader) {
        return reader.handshake(conversation());
    }

    static Conversation conversation() {
        Endpoint client = new Endpoint(InetAddress.getLoopbackAddress(), 50_000);
        Endpoint server = new Endpoint(InetAddress.getLoopbackAddress(), 443);
        return Conversation.between(client, server).build();
    }

    /** Everything but the packets, which depend on the portions. */
    static List<String> view(Handshake handshake) {
        List<String> view = new ArrayList<>();
        for (HandshakeMessage message : handshake.messages()) {
            view.add(message.type() + " " + message.body().hex() + " "
                    + message.provenance().offset() + " "
                    + message.provenance().end() + " "
                    + message.provenance().records() + message.malformation());
        }
        handshake
                .alerts()
                .forEach(alert -> view.add(alert + " " + alert.provenance().offset()));
        for (Direction direction : Direction.values()) {
            view.add(handshake.records(direction).toString());
        }
        view.add(handshake.problems().toString());
        view.add(handshake.upgrades().toString() + handshake.foreignReply());
        return view;
    }
}
