package dev.interloper.certs.internal;

/** Bytes that are not the DER they should be. The message says where and what was expected. */
public final class DerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    public DerException(int offset, String what) {
        super(what + " at offset " + offset);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
