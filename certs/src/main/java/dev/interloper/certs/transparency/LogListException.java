package dev.interloper.certs.transparency;

import java.io.IOException;

/**
 * A log list that is not one.
 *
 * @since 0.1
 */
public final class LogListException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Characters from the start. */
    private final int offset;

    LogListException(int offset, String problem) {
        super("log list, offset " + offset + ": " + problem);
        this.offset = offset;
    }

    /**
     * Where the trouble is.
     *
     * @return characters from the start of the text
     */
    public int offset() {
        return offset;
    }
}
