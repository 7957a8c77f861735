package dev.interloper.certs.trust;

import java.util.List;

/** The path is valid for a policy where one is required, by the caller or by a certificate of the path. */
final class PolicyCheck implements PathCheck {
    @Override
    public List<Finding> check(CandidatePath path) {
        return PolicyProcessing.of(path).findings();
    }
}
