package dev.interloper.certs.trust;

/** A stapled response as handed in, for a position of the chain, or for whichever certificate it is about. */
final class SuppliedOcsp {
    private final int index;
    private final byte[] response;

    SuppliedOcsp(int index, byte[] response) {
        this.index = index;
        this.response = response.clone();
    }

    /** The position as presented, negative when it is for any. */
    int index() {
        return index;
    }

    byte[] response() {
        return response.clone();
    }
}
