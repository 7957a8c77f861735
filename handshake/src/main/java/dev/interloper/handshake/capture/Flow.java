package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeListener;
import dev.interloper.handshake.MessageView;
import dev.interloper.handshake.stream.Endpoint;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A conversation between two ends that is being watched, with its place in the {@link FlowTable}. */
abstract class Flow implements ConnectionView, HandshakeListener {

    private final long lowHigh;
    private final long lowLow;
    private final long highHigh;
    private final long highLow;
    private final int ports;
    private final int kind;
    private final boolean clientIsLow;
    private final long startNanos;
    private final Observers observers;
    private @Nullable Object attachment;
    private boolean lingering;
    long lastSeenNanos;

    @Nullable
    Flow nextInBucket;

    @Nullable
    Flow older;

    @Nullable
    Flow newer;

    Flow(FlowKey key, boolean clientIsLow, long startNanos, Observers observers) {
        lowHigh = key.lowHigh;
        lowLow = key.lowLow;
        highHigh = key.highHigh;
        highLow = key.highLow;
        ports = key.ports;
        kind = key.kind;
        this.clientIsLow = clientIsLow;
        this.startNanos = startNanos;
        this.observers = observers;
    }

    final boolean matches(FlowKey key) {
        return lowLow == key.lowLow
                && ports == key.ports
                && highLow == key.highLow
                && kind == key.kind
                && lowHigh == key.lowHigh
                && highHigh == key.highHigh;
    }

    final int hash() {
        return FlowKey.hash(lowHigh, lowLow, highHigh, highLow, ports);
    }

    final boolean isFromClient(FlowKey key) {
        return key.sourceIsLow() == clientIsLow;
    }

    /** Takes a packet. */
    abstract void receive(PacketView packet, FlowKey key);

    /** Whether a packet opens another conversation between the same ends. */
    abstract boolean isReplacedBy(PacketView packet, FlowKey key);

    /** Whether the handshake has been seen as far as it can be. */
    abstract boolean isReadable();

    /** Whether its ends have closed it. */
    abstract boolean isClosed();

    /** Notes that the table knows of the close. */
    final void linger() {
        lingering = true;
    }

    final boolean isLingering() {
        return lingering;
    }

    /** Ends the observation and lets its buffers go; false if there was no handshake, or it has been ended already. */
    abstract boolean end();

    /** Bytes of memory that it holds, roughly. */
    abstract int footprint();

    /** Says that the observation has ended: the handshake is made only if somebody wants it. */
    final void tell(Supplier<Handshake> handshake) {
        Consumer<Handshake> sink = observers.sink();
        CaptureListener listener = observers.listener();
        if (sink != null) {
            sink.accept(handshake.get());
        } else if (listener != null) {
            listener.ended(this);
        }
    }

    @Override
    public final void message(MessageView message) {
        CaptureListener listener = observers.listener();
        if (listener != null) {
            listener.message(this, message);
        }
    }

    @Override
    public final void sslv2ClientHello(MessageView message) {
        CaptureListener listener = observers.listener();
        if (listener != null) {
            listener.sslv2ClientHello(this, message);
        }
    }

    @Override
    public final void alert(MessageView message) {
        CaptureListener listener = observers.listener();
        if (listener != null) {
            listener.alert(this, message);
        }
    }

    @Override
    public final Endpoint client() {
        return clientIsLow ? low() : high();
    }

    @Override
    public final Endpoint server() {
        return clientIsLow ? high() : low();
    }

    private Endpoint low() {
        return new Endpoint(FlowKey.address(lowHigh, lowLow, kind), ports >>> 16);
    }

    private Endpoint high() {
        return new Endpoint(FlowKey.address(highHigh, highLow, kind), ports & 0xffff);
    }

    @Override
    public final long startNanos() {
        return startNanos;
    }

    @Override
    public final void attach(Object object) {
        attachment = object;
    }

    @Override
    public final Optional<Object> attachment() {
        return Optional.ofNullable(attachment);
    }
}
