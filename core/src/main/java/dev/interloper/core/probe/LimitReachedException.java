package dev.interloper.core.probe;

import java.io.IOException;

/** The peer sent more than the limits let in. */
final class LimitReachedException extends IOException {

    private static final long serialVersionUID = 1L;

    LimitReachedException(String what, int limit) {
        super(what + ": more than " + limit + " bytes");
    }
}
