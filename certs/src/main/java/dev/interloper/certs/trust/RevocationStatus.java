package dev.interloper.certs.trust;

import java.util.Optional;

/**
 * What one source says of a certificate's revocation.
 *
 * @param answer the answer
 * @param sentence when it is revoked, since when, why, and who says so
 */
record RevocationStatus(Answer answer, Optional<String> sentence) {
    static final RevocationStatus GOOD = new RevocationStatus(Answer.GOOD, Optional.empty());
    static final RevocationStatus UNKNOWN = new RevocationStatus(Answer.UNKNOWN, Optional.empty());

    enum Answer {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    static RevocationStatus revoked(String sentence) {
        return new RevocationStatus(Answer.REVOKED, Optional.of(sentence));
    }

    boolean revoked() {
        return answer == Answer.REVOKED;
    }

    boolean good() {
        return answer == Answer.GOOD;
    }
}
