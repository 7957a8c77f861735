package dev.interloper.certs.forgery;

/**
 * A text that is not the text form of a shape.
 *
 * @since 0.1
 */
public final class ForgeShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Where in the line. */
    private final int offset;

    /** What is wrong there. */
    private final String problem;

    ForgeShapeException(int offset, String problem) {
        super(problem + " at character " + offset);
        this.offset = offset;
        this.problem = problem;
    }

    /**
     * Where the trouble is.
     *
     * @return characters from the beginning of the line
     */
    public int offset() {
        return offset;
    }

    /**
     * What is wrong there.
     *
     * @return one phrase
     */
    public String problem() {
        return problem;
    }
}
