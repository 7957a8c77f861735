package dev.interloper.handshake.capture;

/**
 * Why a capture could not be read, or not to its end. Carries no stack trace.
 */
final class CaptureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final CaptureProblem.Kind kind;
    private final long offset;

    CaptureException(CaptureProblem.Kind kind, long offset, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
        this.offset = offset;
    }

    CaptureProblem problem(long packets) {
        return new CaptureProblem(kind, offset, packets, String.valueOf(getMessage()));
    }
}
