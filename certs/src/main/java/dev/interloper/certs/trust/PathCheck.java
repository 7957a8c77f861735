package dev.interloper.certs.trust;

import java.util.List;

/**
 * One rule that a path has to keep.
 *
 * <p>A check looks at the path and at nothing else: no clock, no network, no state. It must be thread-safe, come to an
 * end whatever the certificates say, and report everything that it finds, not only the first. A check that throws makes
 * the path untrusted, with the finding {@link FindingCode#CHECK_FAILED}.
 *
 * @see PathChecks
 * @since 0.1
 */
@FunctionalInterface
public interface PathCheck {
    /**
     * Judges a path by this rule.
     *
     * @param path the path; never null
     * @return what was found, empty when the path keeps the rule; never null
     */
    List<Finding> check(CandidatePath path);
}
