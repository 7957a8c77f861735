package dev.interloper.certs.transparency;

import java.util.Objects;

/**
 * Bytes of a list that are no timestamp that can be read.
 *
 * @param origin the channel; not null
 * @param offset where in the list the trouble is, in bytes from its start; 0 when there is no list to count from
 * @param status {@link SctStatus#MALFORMED}, {@link SctStatus#UNSUPPORTED} or {@link SctStatus#NOT_CHECKED}; not null
 * @param reason what was expected and found, the end of a sentence; not null
 * @since 0.1
 */
public record SctProblem(SctOrigin origin, int offset, SctStatus status, String reason) {
    /**
     * Refuses null.
     *
     * @param origin the channel
     * @param offset where in the list
     * @param status what it means
     * @param reason what was expected and found
     */
    public SctProblem {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }
}
