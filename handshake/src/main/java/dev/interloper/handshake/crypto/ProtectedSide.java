package dev.interloper.handshake.crypto;

import dev.interloper.handshake.crypto.Epoch.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One direction's sets of keys, the one in use and those to come, and the number of the next record. */
final class ProtectedSide {

    /** So many records may be missing in a hole of the capture. */
    private static final int LOOK_AHEAD = 32;

    /** Whole look-aheads, of which each costs {@link #LOOK_AHEAD} decryptions. */
    private static final int MAX_LOOK_AHEADS = 16;

    private final Deque<Epoch> upcoming = new ArrayDeque<>(3);
    private @Nullable Epoch current;
    private long sequence;
    private boolean lost;
    private int lookAheads;

    /** Replaces what is known: the first epoch is in use from now on. */
    void begin(List<Epoch> epochs) {
        upcoming.clear();
        upcoming.addAll(epochs);
        use(upcoming.poll());
    }

    /** Adds epochs to come, the first of them in use at once unless 0-RTT data may still be under way. */
    void follow(List<Epoch> epochs) {
        if (isIn(Phase.EARLY)) {
            upcoming.addAll(epochs);
        } else {
            begin(epochs);
        }
    }

    private void use(@Nullable Epoch epoch) {
        current = epoch;
        sequence = 0;
        lost = false;
    }

    /** Ends a phase, if it is the present one. */
    void end(Phase phase) {
        boolean ends = isIn(phase);
        while (ends && isIn(phase)) {
            use(upcoming.poll());
        }
    }

    void update() {
        if (current != null && current.phase() == Phase.APPLICATION) {
            Epoch updated = current.updated();
            if (!updated.equals(current)) {
                use(updated);
            }
        }
    }

    boolean isIn(Phase phase) {
        return current != null && current.phase() == phase;
    }

    boolean hasKeys() {
        return hasKeys(current) || upcoming.stream().anyMatch(ProtectedSide::hasKeys);
    }

    private static boolean hasKeys(@Nullable Epoch epoch) {
        return epoch != null && epoch.protection() != null;
    }

    /** An unknown number of records is missing. */
    void missing() {
        lost = true;
    }

    /**
     * Opens a record with the keys in use or, since the message that ends their use may be missing, with those that come next.
     *
     * @return the plaintext's length, or -1
     */
    int open(int type, int version, byte[] in, int offset, int length, byte[] out) {
        int opened = openNumber(sequence, 0, type, version, in, offset, length, out);
        if (opened < 0 && lost && lookAheads < MAX_LOOK_AHEADS) {
            lookAheads++;
            for (int skipped = 1; opened < 0 && skipped <= LOOK_AHEAD; skipped++) {
                opened = openNumber(sequence + skipped, skipped, type, version, in, offset, length, out);
            }
        }
        return opened;
    }

    private int openNumber(
            long number, int numberAhead, int type, int version, byte[] in, int offset, int length, byte[] out) {
        int opened = open(current, number, type, version, in, offset, length, out);
        if (opened >= 0) {
            sequence = number + 1;
            lost = false;
            return opened;
        }
        for (Epoch next : upcoming) {
            opened = open(next, numberAhead, type, version, in, offset, length, out);
            if (opened >= 0) {
                advanceTo(next);
                sequence = numberAhead + 1L;
                return opened;
            }
        }
        return -1;
    }

    private void advanceTo(Epoch next) {
        while (!next.equals(current)) {
            use(upcoming.poll());
        }
    }

    private static int open(
            @Nullable Epoch epoch,
            long sequence,
            int type,
            int version,
            byte[] in,
            int offset,
            int length,
            byte[] out) {
        return epoch == null || epoch.protection() == null
                ? -1
                : epoch.protection().open(sequence, type, version, in, offset, length, out);
    }
}
