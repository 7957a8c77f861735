package dev.interloper.handshake.fuzz;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeListener;
import dev.interloper.handshake.MessageView;
import dev.interloper.handshake.capture.CaptureListener;
import dev.interloper.handshake.capture.ConnectionView;
import dev.interloper.handshake.message.Sslv2ClientHello;
import java.util.ArrayList;
import java.util.List;

/** What was seen, as lines of text, so that two ways of reading can be compared. */
final class Notes implements CaptureListener {

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** Sees one connection's messages. */
    HandshakeListener listener() {
        return new HandshakeListener() {
            @Override
            public void message(MessageView message) {
                add(message, "message " + message.type());
            }

            @Override
            public void sslv2ClientHello(MessageView message) {
                add(message, "old hello");
            }

            @Override
            public void alert(MessageView message) {
                add(message, "alert");
            }
        };
    }

    private void add(MessageView message, String what) {
        lines.add(message.direction() + " " + what + " " + message.copy().hex());
    }

    @Override
    public void message(ConnectionView connection, MessageView message) {
        listener().message(message);
    }

    @Override
    public void sslv2ClientHello(ConnectionView connection, MessageView message) {
        listener().sslv2ClientHello(message);
    }

    @Override
    public void alert(ConnectionView connection, MessageView alert) {
        listener().alert(alert);
    }

    /** What a listener would have seen of a handshake, messages first. */
    static List<String> of(Handshake handshake) {
        List<String> lines = new ArrayList<>();
        handshake.messages().forEach(message -> {
            // a view of an old hello begins with its type, the message's body behind it
            String what = message instanceof Sslv2ClientHello
                    ? "old hello 01"
                    : "message " + message.type().code() + " ";
            lines.add(message.provenance().direction() + " " + what
                    + message.body().hex());
        });
        handshake
                .alerts()
                .forEach(alert -> lines.add(alert.provenance().direction() + " alert "
                        + String.format("%02x%02x", alert.level(), alert.description())));
        return lines;
    }
}
