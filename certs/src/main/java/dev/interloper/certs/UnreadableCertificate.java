package dev.interloper.certs;

import java.util.Objects;

/**
 * A certificate of a chain that could not be parsed. It is a finding, not a failure: the rest of the chain is kept.
 *
 * @param index its position as presented, the leaf being 0
 * @param length its length in bytes, -1 when that is not known
 * @param reason one English phrase that says what is wrong with it; never null
 * @since 0.1
 */
public record UnreadableCertificate(int index, int length, String reason) {
    /**
     * Makes the record.
     *
     * @param index its position as presented
     * @param length its length in bytes, or -1
     * @param reason what is wrong with it
     * @throws NullPointerException if {@code reason} is null
     */
    public UnreadableCertificate {
        Objects.requireNonNull(reason, "reason");
    }
}
