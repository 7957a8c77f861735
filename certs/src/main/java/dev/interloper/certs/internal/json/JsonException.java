package dev.interloper.certs.internal.json;

/** Text that is not the JSON it should be. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String problem;

    public JsonException(int offset, String problem) {
        super(problem + " at offset " + offset);
        this.offset = offset;
        this.problem = problem;
    }

    /** Where, in characters from the start. */
    public int offset() {
        return offset;
    }

    public String problem() {
        return problem;
    }
}
