package dev.interloper.handshake;

import dev.interloper.handshake.crypto.TlsDecryption;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageContext;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.message.Sslv2ClientHello;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One handshake's messages and alerts as they become complete: kept as objects, or shown to a listener. */
final class MessageLog {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int FINISHED = 20;
    private static final int CLIENT_CERTIFICATE_TYPE = 19;
    private static final int SERVER_CERTIFICATE_TYPE = 20;
    private static final int RANDOM_END = 34;

    private final HandshakeReaders shared;
    private final Protocol protocol;
    private final @Nullable HandshakeListener listener;
    private final List<HandshakeMessage> messages;
    private final List<HandshakeMessage> repeats;
    private final List<Alert> alerts;
    private int count;
    private boolean sawMessage;
    private int version;
    private int cipherSuite = -1;
    private Bytes clientRandom = Bytes.EMPTY;
    private MessageContext context;
    private @Nullable TlsDecryption decryption;
    private boolean clientFinished;
    private boolean serverFinished;
    private int footprint;

    MessageLog(HandshakeReaders shared, Protocol protocol, @Nullable HandshakeListener listener) {
        this.shared = shared;
        this.protocol = protocol;
        this.listener = listener;
        messages = listener == null ? new ArrayList<>(8) : List.of();
        repeats = listener == null ? new ArrayList<>(0) : List.of();
        alerts = listener == null ? new ArrayList<>(0) : List.of();
        context = MessageContext.of(protocol);
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
            listener.message(view(type, bytes, at, length, place));
        }
        if (mayDecrypt() || listener == null) {
            keep(new HandshakeType(type), Bytes.copyOf(bytes, at, length), place);
        }
    }

    /** A message that was seen before was sent again; a listener is not told. */
    void repeated(int type, byte[] bytes, int at, int length, Place place) {
        if (listener == null && repeats.size() < shared.limits().maxMessages()) {
            Bytes body = Bytes.copyOf(bytes, at, length);
            repeats.add(MessageParser.parse(new HandshakeType(type), body, place.provenance(), context));
            footprint += length + 256;
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
        HandshakeMessage message = MessageParser.parse(type, body, place.provenance(), context);
        if (message instanceof ServerHello hello) {
            context = context.withVersion(hello.selectedVersion()).withCipherSuite(hello.cipherSuite());
            certificateTypes(hello.extension(CLIENT_CERTIFICATE_TYPE), hello.extension(SERVER_CERTIFICATE_TYPE));
        }
        if (decryption != null) {
            decryption.message(place.direction(), message);
        }
        add(message);
    }

    /** RFC 7250 section 4. */
    private void certificateTypes(Optional<Bytes> ofClient, Optional<Bytes> ofServer) {
        ofClient.filter(data -> data.length() == 1)
                .ifPresent(data -> context = context.withClientCertificateType(data.at(0)));
        ofServer.filter(data -> data.length() == 1)
                .ifPresent(data -> context = context.withServerCertificateType(data.at(0)));
    }

    private void add(HandshakeMessage message) {
        if (listener == null) {
            messages.add(message);
            footprint += message.body().length() + 256;
        }
    }

    /** A ClientHello in the form of SSL 2. */
    void oldHello(byte[] bytes, int at, int length, Place place) {
        if (isFull(place)) {
            return;
        }
        sawMessage = true;
        if (listener != null) {
            listener.sslv2ClientHello(view(CLIENT_HELLO, bytes, at, length, place));
        }
        if (mayDecrypt() || listener == null) {
            Sslv2ClientHello hello = Sslv2ClientHello.parse(Bytes.copyOf(bytes, at, length), place.provenance());
            if (decryption != null) {
                decryption.clientHello(hello.random());
            }
            add(hello);
        }
    }

    private MessageView view(int type, byte[] bytes, int at, int length, Place place) {
        MessageView view = shared.view();
        view.set(protocol, place.direction(), type, version);
        view.body(bytes, at, length);
        return view;
    }

    /** Secrets may have been found since the connection was opened. */
    private boolean mayDecrypt() {
        if (decryption == null && protocol == Protocol.TLS && !shared.keyLog().isEmpty()) {
            decryption = new TlsDecryption(shared.keyLog());
        }
        return decryption != null;
    }

    void alert(byte[] bytes, int at, Place place) {
        if (isFull(place)) {
            return;
        }
        if (listener == null) {
            alerts.add(new Alert(bytes[at] & 0xff, bytes[at + 1] & 0xff, place.provenance()));
            footprint += 256;
        } else {
            listener.alert(view(0, bytes, at, 2, place));
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

    List<HandshakeMessage> repeats() {
        return repeats;
    }

    List<Alert> alerts() {
        return alerts;
    }

    int footprint() {
        return footprint;
    }
}
