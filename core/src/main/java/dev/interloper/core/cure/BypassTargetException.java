package dev.interloper.core.cure;

/**
 * A destination that must not be put on a bypass list: it is none, or far wider than anybody can mean.
 *
 * @since 0.1
 */
public final class BypassTargetException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The destination in printable form. */
    private final String target;

    /** Why it was refused. */
    private final String reason;

    BypassTargetException(String target, String reason) {
        super(target + ": " + reason);
        this.target = target;
        this.reason = reason;
    }

    /**
     * The destination.
     *
     * @return in printable form
     */
    public String target() {
        return target;
    }

    /**
     * Why not.
     *
     * @return English text
     */
    public String reason() {
        return reason;
    }
}
