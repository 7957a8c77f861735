package dev.interloper.handshake.quic;

import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Initial keys of a conversation. There may be several: a Retry changes them, version negotiation starts anew, and ports are
 * used again. A packet that none opens is tried with the keys of its own destination connection id.
 */
final class InitialKeyring {

    /** A client and its Retry, in two versions, and the same once more. */
    private static final int MAX_KEYS = 8;

    /** Deriving keys costs far more than a packet does; nobody may make us do it for ever. */
    private static final int MAX_VAIN = 32;

    private record Entry(InitialKeys keys, int attempt) {}

    private final List<Entry> entries = new ArrayList<>(2);
    private int vain;
    private int attempt;
    private int openedAttempt;
    private boolean fresh;
    private int length;
    private long number;

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Opens a packet with keys that are known, or with these connection ids' keys of another version (RFC 9368 section 4.1). */
    boolean openWithKnown(
            Direction direction,
            QuicVersion version,
            LongHeader header,
            byte[] bytes,
            int packet,
            long largest,
            byte[] into) {
        fresh = false;
        boolean isVersionKnown = false;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.keys().version() == version) {
                isVersionKnown = true;
                if (open(entry.keys(), direction, header, bytes, packet, largest, into)) {
                    openedAttempt = entry.attempt();
                    return true;
                }
            }
        }
        for (int i = entries.size() - 1; i >= 0 && !isVersionKnown && vain < MAX_VAIN; i--) {
            Entry entry = entries.get(i);
            InitialKeys keys = InitialKeys.of(version, entry.keys().id());
            if (open(keys, direction, header, bytes, packet, largest, into)) {
                add(keys, entry.attempt());
                openedAttempt = entry.attempt();
                return true;
            }
            vain++;
        }
        return false;
    }

    /** Opens a client's packet with the keys of its own destination connection id. */
    boolean openWithOwn(QuicVersion version, LongHeader header, byte[] bytes, int packet, long largest, byte[] into) {
        if (vain >= MAX_VAIN) {
            return false;
        }
        byte[] id = Arrays.copyOfRange(bytes, header.destination, header.destination + header.destinationLength);
        InitialKeys keys = InitialKeys.of(version, id);
        if (open(keys, Direction.CLIENT_TO_SERVER, header, bytes, packet, largest, into)
                || (largest >= 0 && open(keys, Direction.CLIENT_TO_SERVER, header, bytes, packet, -1, into))) {
            fresh = true;
            add(keys, attempt);
            openedAttempt = attempt;
            return true;
        }
        vain++;
        return false;
    }

    private void add(InitialKeys keys, int ofAttempt) {
        if (entries.size() == MAX_KEYS) {
            entries.remove(0);
        }
        entries.add(new Entry(keys, ofAttempt));
    }

    private boolean open(
            InitialKeys keys,
            Direction direction,
            LongHeader header,
            byte[] bytes,
            int packet,
            long largest,
            byte[] into) {
        PacketProtection protection = keys.of(direction);
        length = protection.open(bytes, packet, header.number, header.end, largest, into);
        number = protection.number();
        return length >= 0;
    }

    /** What the keys open that were used last starts a new attempt. */
    void restart() {
        attempt++;
        Entry last = entries.remove(entries.size() - 1);
        entries.add(new Entry(last.keys(), attempt));
        openedAttempt = attempt;
    }

    /** Whether the packet that was opened last is of an attempt that was given up. */
    boolean isStale() {
        return openedAttempt != attempt;
    }

    /** Whether the packet that was opened last was the first of its connection id. */
    boolean isFresh() {
        return fresh;
    }

    int length() {
        return length;
    }

    long number() {
        return number;
    }

    int attempt() {
        return attempt;
    }

    void release() {
        entries.clear();
    }

    int footprint() {
        return entries.size() * InitialKeys.FOOTPRINT;
    }
}
