package dev.interloper.boards.library;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Flow;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.secrets.KeyLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the library reads in captures; each is read once. Not thread-safe. */
public final class Readings {

    private final Map<Path, List<Handshake>> handshakes = new HashMap<>();
    private final Map<Path, List<Message>> messages = new HashMap<>();

    /** Nothing read yet. */
    public Readings() {}

    /**
     * A capture's handshakes.
     *
     * @param capture the capture
     * @return in the order in which the library tells of them
     */
    public List<Handshake> handshakes(CaptureFile capture) {
        return handshakes.computeIfAbsent(capture.path(), path -> Library.read(path, KeyLog.empty()));
    }

    /**
     * A capture's messages.
     *
     * @param capture the capture
     * @return by connection
     */
    public List<Message> messages(CaptureFile capture) {
        return messages.computeIfAbsent(capture.path(), path -> messages(handshakes(capture)));
    }

    /**
     * A capture's messages, read with secrets.
     *
     * @param capture the capture
     * @param keys the secrets
     * @return by connection
     */
    public List<Message> messages(CaptureFile capture, KeyLog keys) {
        return messages(Library.read(capture.path(), keys));
    }

    /**
     * The messages of connections.
     *
     * @param handshakes the connections
     * @return by connection
     */
    public static List<Message> messages(List<Handshake> handshakes) {
        List<Message> all = new ArrayList<>();
        for (Handshake handshake : handshakes) {
            handshake.messages().forEach(message -> all.add(Message.of(handshake, message)));
            handshake.repeats().forEach(message -> all.add(Message.of(handshake, message)));
        }
        return all;
    }

    /**
     * A capture's hellos of clients.
     *
     * @param capture the capture
     * @param flow which connection; its ends may be swapped
     * @return in the order of arrival
     */
    public List<Message> clientHellos(CaptureFile capture, Flow flow) {
        return messages(capture).stream()
                .filter(message -> message.message() instanceof ClientHello)
                .filter(message ->
                        message.flow().equals(flow) || message.flow().reversed().equals(flow))
                .toList();
    }
}
