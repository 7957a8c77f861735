package dev.interloper.core.diagnosis;

import java.io.IOException;

/**
 * A table of rules or advice is not as it must be. The message says file, line, and what was expected.
 *
 * @since 0.1
 */
public final class RuleException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The table. */
    private final String file;

    /** The line in it. */
    private final int line;

    RuleException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /**
     * The table.
     *
     * @return its name as given
     */
    public String file() {
        return file;
    }

    /**
     * The line.
     *
     * @return from 1
     */
    public int line() {
        return line;
    }
}
