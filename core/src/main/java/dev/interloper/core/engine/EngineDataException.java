package dev.interloper.core.engine;

import java.io.IOException;

/**
 * A table of engines that cannot be read; says where and why.
 *
 * @since 0.1
 */
public final class EngineDataException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file's name, as given by the caller. */
    private final String file;

    /** The number of the line, from 1. */
    private final int line;

    EngineDataException(String file, int line, String problem) {
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
