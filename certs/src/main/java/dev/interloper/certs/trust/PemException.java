package dev.interloper.certs.trust;

import java.io.IOException;

/**
 * A PEM file that has no certificate, or a damaged one.
 *
 * @since 0.1
 */
public final class PemException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Where it was read from. */
    private final String source;

    /** Line of the trouble, from 1. */
    private final int line;

    PemException(String source, int line, String problem) {
        super(source + ", line " + line + ": " + problem);
        this.source = source;
        this.line = line;
    }

    /**
     * The file, or the label of the stream.
     *
     * @return its name
     */
    public String source() {
        return source;
    }

    /**
     * The line where the trouble is.
     *
     * @return the line, the first being 1; the last one read when there is no certificate at all
     */
    public int line() {
        return line;
    }
}
