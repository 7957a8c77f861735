package dev.interloper.handshake.wire;

/**
 * Thrown by {@link WireReader} when bytes are not what their format says. Carries no stack trace: hostile input makes many.
 *
 * @since 0.1
 */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Malformation malformation;

    MalformedException(Malformation malformation) {
        super(malformation.toString(), null, false, false);
        this.malformation = malformation;
    }

    /**
     * What is wrong, and where.
     *
     * @return the description
     */
    public Malformation malformation() {
        return malformation;
    }
}
