package dev.interloper.core.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends a running probe early: it closes what it has open and reports what it has seen. One instance may serve several probes.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class Cancellation {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** Makes one that nobody has used yet. */
    public Cancellation() {}

    /** Cancels the probes that it was given to, now and later. */
    public void cancel() {
        List<Runnable> toTell;
        synchronized (listeners) {
            cancelled = true;
            toTell = List.copyOf(listeners);
            listeners.clear();
        }
        toTell.forEach(Runnable::run);
    }

    /**
     * Whether it was cancelled.
     *
     * @return true for ever after {@link #cancel()}
     */
    public boolean isCancelled() {
        synchronized (listeners) {
            return cancelled;
        }
    }

    /** Runs the listener on cancellation, at once if that has been. */
    void onCancel(Runnable listener) {
        synchronized (listeners) {
            if (!cancelled) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    void forget(Runnable listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
