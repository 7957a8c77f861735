package dev.interloper.certs.trust;

import java.util.List;

/** The path has no more intermediates than the caller allows. */
final class IntermediatesCheck implements PathCheck {
    private final int most;

    IntermediatesCheck(Limits limits) {
        this.most = limits.maxIntermediates();
    }

    @Override
    public List<Finding> check(CandidatePath path) {
        int found = 0;
        for (int i = 1; i < path.certificates().size(); i++) {
            found += path.facts().get(i).selfIssued() ? 0 : 1;
        }
        if (found <= most) {
            return List.of();
        }
        String sentence = "The path has " + found + " intermediate certificates, " + most + " are allowed.";
        return List.of(Finding.of(FindingCode.CHAIN_TOO_LONG, Severity.ERROR, -1, sentence, "limits of the evaluator"));
    }
}
