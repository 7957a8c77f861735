package dev.interloper.core.probe;

import java.io.InterruptedIOException;

/** That somebody wants the probe to end: by its cancellation, or by an interruption of the calling thread. */
final class Interruption {

    private final Cancellation cancellation;

    Interruption(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    boolean isRaised() {
        return cancellation.isCancelled() || Thread.currentThread().isInterrupted();
    }

    void check() throws InterruptedIOException {
        if (isRaised()) {
            throw new InterruptedIOException("cancelled");
        }
    }

    void onCancel(Runnable listener) {
        cancellation.onCancel(listener);
    }

    void forget(Runnable listener) {
        cancellation.forget(listener);
    }
}
