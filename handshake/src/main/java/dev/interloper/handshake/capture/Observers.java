package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReaders;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who learns of a capture's connections: somebody who wants each handshake as an object, or somebody who watches along. */
final class Observers {

    private final HandshakeReaders readers;
    private final @Nullable Consumer<Handshake> sink;
    private final @Nullable CaptureListener listener;

    private Observers(
            HandshakeReaders readers, @Nullable Consumer<Handshake> sink, @Nullable CaptureListener listener) {
        this.readers = readers;
        this.sink = sink;
        this.listener = listener;
    }

    static Observers collecting(HandshakeReaders readers, Consumer<Handshake> sink) {
        return new Observers(readers, sink, null);
    }

    static Observers watching(HandshakeReaders readers, CaptureListener listener) {
        return new Observers(readers, null, listener);
    }

    HandshakeReaders readers() {
        return readers;
    }

    @Nullable
    Consumer<Handshake> sink() {
        return sink;
    }

    @Nullable
    CaptureListener listener() {
        return listener;
    }
}
