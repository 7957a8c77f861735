package dev.interloper.core.probe;

import java.io.IOException;

/** The server does not start TLS within its protocol; what it said is in the message, in printable form. */
final class StartTlsRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    StartTlsRefusedException(String message) {
        super(message);
    }
}
