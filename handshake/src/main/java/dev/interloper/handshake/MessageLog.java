package dev.interloper.handshake;

import dev.interloper.handshake.crypto.TlsDecryption;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One handshake's messages and alerts as they become complete: kept as objects, or shown to a listener. */
final class MessageLog {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int FINISHED = 20;
    private static final int RANDOM_END = 34;

    private final HandshakeReaders shared;
    private final Protocol protocol;
    private final @Nullable HandshakeListener listener;
    private final List<HandshakeMessage> messages;
    private final List<Alert> alerts;
    private int count;
    private boolean sawMessage;
    private int version;
    private int cipherSuite = -1;
    private Bytes clientRandom = Bytes.EMPTY;
    private final @Nullable TlsDecryption decryption;
    private boolean clientFinished;
    private boolean serverFinished;
    private int footprint;

    MessageLog(HandshakeReaders shared, Protocol protocol, @Nullable HandshakeListener listener) {
        this.shared = shared;
        this.protocol = protocol;
        this.listener = listener;
        messages = listener == null ? new ArrayList<>(8) : List.of();
        alerts = listener == null ? new ArrayList<>(0) : List.of();
        boolean decrypts = protocol == Protocol.TLS && !shared.keyLog().isEmpty();
        decryption = decrypts ? new TlsDecryption(shared.keyLog()) : null;
    }

    boolean keeps() {
        return listener == null;
    }

    void message(int type, byte[] bytes, int at, int length, Place place) {
        if (isFull(place)) {
            return;
        }
        sawMessage = true;
        switch (type) {
            case CLIENT_HELLO -> clientHello(bytes, at, length);
            case SERVER_HELLO -> serverHello(bytes, at, length);
            case FINISHED -> finished(place.direction());
            default -> {}
        }
        if (listener != null) {
            MessageView view = shared.view();
            view.set(protocol, place.direction(), type, version);
            view.body(bytes, at, length);
            listener.message(view);
        }
        if (listener == null || decryption != null) {
            keep(new HandshakeType(type), Bytes.copyOf(bytes, at, length), place);
        }
    }

    private void clientHello(byte[] bytes, int at, int length) {
        if (clientRandom.isEmpty() && length >= RANDOM_END && !shared.keyLog().isEmpty()) {
            clientRandom = Bytes.copyOf(bytes, at + 2, 32);
        }
    }

    private void serverHello(byte[] bytes, int at, int length) {
        ServerHelloView hello = shared.serverHello();
        hello.reset(bytes, at, length);
        version = hello.selectedVersion();
        cipherSuite = hello.cipherSuite();
    }

    private void finished(Direction direction) {
        clientFinished |= direction == Direction.CLIENT_TO_SERVER;
        serverFinished |= direction == Direction.SERVER_TO_CLIENT;
    }

    private void keep(HandshakeType type, Bytes body, Place place) {
        HandshakeMessage message = version == 0
                ? MessageParser.parse(type, body, place.provenance())
                : MessageParser.parse(type, body, place.provenance(), new TlsVersion(version).asTls());
        if (decryption != null) {
            decryption.message(place.direction(), message);
        }
        if (listener == null) {
            messages.add(message);
            footprint += body.length() + 256;
        }
    }

    void alert(byte[] bytes, int at, Place place) {
        if (isFull(place)) {
            return;
        }
        if (listener == null) {
            alerts.add(new Alert(bytes[at] & 0xff, bytes[at + 1] & 0xff, place.provenance()));
            footprint += 256;
        } else {
            MessageView view = shared.view();
            view.set(protocol, place.direction(), 0, version);
            view.body(bytes, at, 2);
            listener.alert(view);
        }
    }

    private boolean isFull(Place place) {
        int most = shared.limits().maxMessages();
        if (count++ < most) {
            return false;
        }
        place.stop(StreamProblem.Kind.LIMIT, place.offset(), "more than " + most + " handshake messages and alerts");
        return true;
    }

    /** Whether neither a message nor an alert was seen. */
    boolean isEmpty() {
        return count == 0;
    }

    boolean sawMessage() {
        return sawMessage;
    }

    /** Whether a ServerHello has said which version the connection speaks. */
    boolean versionKnown() {
        return version != 0;
    }

    /** Whether both ends have sent a Finished that could be read. */
    boolean isComplete() {
        return clientFinished && serverFinished;
    }

    @Nullable
    TlsDecryption decryption() {
        return decryption;
    }

    boolean mayOpenRecords() {
        return decryption != null && decryption.mayOpen();
    }

    /** The first ClientHello's random, where secrets may be found by it. */
    Bytes clientRandom() {
        return clientRandom;
    }

    int cipherSuite() {
        return cipherSuite;
    }

    boolean isTls13() {
        return version != 0 && new TlsVersion(version).isTls13();
    }

    List<HandshakeMessage> messages() {
        return messages;
    }

    List<Alert> alerts() {
        return alerts;
    }

    int footprint() {
        return footprint;
    }
}
