package dev.interloper.handshake.flight;

/**
 * How two neighbours of a server's flight reached the client, and what makes a server send them so. All of these occur without
 * any interception; none of them proves one.
 *
 * @since 0.1
 */
public enum BoundaryKind {
    /** Both in one TLS record: SChannel, JSSE's SSLEngine, NSS and rustls pack so. */
    SAME_RECORD("in one record"),
    /** In records of their own, but one TCP segment holds the end of the first and the start of the second. */
    SAME_SEGMENT("in one TCP segment"),
    /**
     * A segment each, one right behind the other: the server writes each record on its own with Nagle's algorithm off, as
     * JSSE's SSLSocket, Mbed TLS, wolfSSL and s2n do.
     */
    BACK_TO_BACK_WRITES("back to back"),
    /**
     * The second came one round trip after the first: the server writes each record on its own, and Nagle's algorithm (RFC 896)
     * kept the second back until the first was acknowledged.
     */
    NAGLE_HOLD("held for one round trip by Nagle's algorithm"),
    /** As {@link #NAGLE_HOLD}, and the client's TCP delayed its acknowledgement besides (RFC 1122 section 4.2.3.2). */
    NAGLE_DELAYED_ACK("held by Nagle's algorithm and a delayed acknowledgement"),
    /** A pause before the certificate that the network does not explain: it was fetched, or made, at that moment. */
    COMPUTE_GAP_CERTIFICATE("a pause before the certificate"),
    /** A pause before a signature that the network does not explain: a slow key (HSM), a cold JVM. */
    COMPUTE_GAP_KEY("a pause before the key exchange"),
    /** A pause elsewhere that the network does not explain. */
    COMPUTE_GAP_OTHER("a pause"),
    /** A segment each; the round trip is too short, or not known, to tell writes from holds. */
    UNRESOLVED_SPLIT("in two TCP segments"),
    /** A segment each; the capture is not good enough to say more. */
    UNRELIABLE("in two TCP segments of an unreliable capture");

    private final String phrase;

    BoundaryKind(String phrase) {
        this.phrase = phrase;
    }

    /**
     * Whether the neighbours came in different TCP segments.
     *
     * @return false for the same record or segment
     */
    public boolean isSplit() {
        return this != SAME_RECORD && this != SAME_SEGMENT;
    }

    /**
     * Whether the pause is longer than the network explains.
     *
     * @return true for the compute gaps
     */
    public boolean isComputeGap() {
        return this == COMPUTE_GAP_CERTIFICATE || this == COMPUTE_GAP_KEY || this == COMPUTE_GAP_OTHER;
    }

    /** A few words for a sentence. */
    @Override
    public String toString() {
        return phrase;
    }
}
