package dev.interloper.core.probe;

import java.io.IOException;

/** The proxy does not tunnel; what it said is in the message, in printable form. */
final class TunnelRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    TunnelRefusedException(String message) {
        super(message);
    }
}
