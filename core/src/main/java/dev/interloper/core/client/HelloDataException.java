package dev.interloper.core.client;

import java.io.IOException;

/**
 * A file of hellos has a row that cannot be used. The message says where and what was expected there.
 *
 * @since 0.1
 */
public final class HelloDataException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file's name, as given by the caller. */
    private final String file;

    /** The number of the line, from 1. */
    private final int line;

    HelloDataException(String file, int line, String problem) {
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
