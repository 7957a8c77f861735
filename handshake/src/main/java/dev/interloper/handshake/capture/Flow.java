package dev.interloper.handshake.capture;

import dev.interloper.handshake.stream.Endpoint;
import org.jspecify.annotations.Nullable;

/** A conversation between two ends that is being watched, with its place in the {@link FlowTable}. */
abstract class Flow {

    private final long lowHigh;
    private final long lowLow;
    private final long highHigh;
    private final long highLow;
    private final int ports;
    private final int kind;
    long lastSeenNanos;

    @Nullable
    Flow nextInBucket;

    @Nullable
    Flow older;

    @Nullable
    Flow newer;

    Flow(FlowKey key) {
        lowHigh = key.lowHigh;
        lowLow = key.lowLow;
        highHigh = key.highHigh;
        highLow = key.highLow;
        ports = key.ports;
        kind = key.kind;
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

    final Endpoint low() {
        return new Endpoint(FlowKey.address(lowHigh, lowLow, kind), ports >>> 16);
    }

    final Endpoint high() {
        return new Endpoint(FlowKey.address(highHigh, highLow, kind), ports & 0xffff);
    }

    /** Bytes of memory that it holds, roughly. */
    abstract int footprint();
}
