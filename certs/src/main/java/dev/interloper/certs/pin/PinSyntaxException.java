package dev.interloper.certs.pin;

import dev.interloper.certs.internal.SafeText;

/**
 * Pin configuration that cannot be understood; the message says where and what.
 *
 * @since 0.1
 */
public final class PinSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Line of the trouble, from 1. */
    private final int line;

    /** Column of the trouble, from 1. */
    private final int column;

    /** What is wrong. */
    private final String reason;

    PinSyntaxException(int line, int column, String reason) {
        super("line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** The same trouble in a larger text, where this one began at a line and column. */
    PinSyntaxException within(int outerLine, int outerColumn) {
        return new PinSyntaxException(outerLine + line - 1, line == 1 ? outerColumn + column - 1 : column, reason);
    }

    static String quoted(String text) {
        return '"' + SafeText.escape(text) + '"';
    }

    /**
     * The line where the trouble is.
     *
     * @return the line, the first being 1
     */
    public int line() {
        return line;
    }

    /**
     * The place in the line where the trouble is, or where the word or element in question begins.
     *
     * @return the column in UTF-16 units, the first being 1
     */
    public int column() {
        return column;
    }

    /**
     * What is wrong, without the place.
     *
     * @return one sentence, foreign text in it escaped
     */
    public String reason() {
        return reason;
    }
}
