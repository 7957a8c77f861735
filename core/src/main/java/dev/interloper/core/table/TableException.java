package dev.interloper.core.table;

import java.io.IOException;

/**
 * A data file that does not say what it should; the message names the file, the line and what was expected there.
 *
 * @since 0.1
 */
public final class TableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file's name, as given by the caller. */
    private final String file;

    /** The number of the line, from 1. */
    private final int line;

    TableException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /**
     * Which file it is about.
     *
     * @return the name that the caller gave it
     */
    public String file() {
        return file;
    }

    /**
     * Where in the file the problem is.
     *
     * @return the number of the line, from 1
     */
    public int line() {
        return line;
    }
}
