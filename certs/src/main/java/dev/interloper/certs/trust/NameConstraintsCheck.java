package dev.interloper.certs.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * Names lie where every authority above them may name, the anchor's own certificate included (RFC 5280 4.2.1.10 and 6.1.3
 * (b), (c)). Names and subtrees are compared pair by pair, so their number is bounded.
 */
final class NameConstraintsCheck implements PathCheck {
    private static final String SOURCE = "RFC 5280 6.1.3";
    private static final int MAX_COMPARISONS = 250_000;

    @Override
    public List<Finding> check(CandidatePath path) {
        List<CertificateFacts> authorities = path.facts();
        if (authorities.stream().noneMatch(c -> c.constraints().present())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        int left = MAX_COMPARISONS;
        for (int i = 0; i < path.certificates().size(); i++) {
            CertificateFacts certificate = authorities.get(i);
            if (i > 0 && certificate.selfIssued()) {
                continue;
            }
            List<ConstrainedName> names = ConstrainedName.of(certificate);
            for (int above = i + 1; above < authorities.size() && left >= 0; above++) {
                NameConstraints constraints = authorities.get(above).constraints();
                long pairs = (long) names.size()
                        * (constraints.permitted().size()
                                + constraints.excluded().size());
                left = (int) Math.max(-1, left - pairs);
                if (left < 0) {
                    findings.add(tooMany(path, above));
                } else {
                    names.forEach(name -> compare(path, name, constraints, findings));
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static void compare(
            CandidatePath path, ConstrainedName name, NameConstraints constraints, List<Finding> findings) {
        int index = path.presentedIndex(0);
        boolean constrained = false;
        boolean permitted = false;
        boolean unusable = false;
        for (Subtree subtree : constraints.permitted()) {
            if (subtree.tag() == name.tag()) {
                constrained = true;
                unusable |= !subtree.usable();
                permitted |= subtree.usable() && name.comparable() && subtree.permits(name);
            }
        }
        if (constrained && !permitted) {
            String sentence = "A certificate of the path names " + name.printable()
                    + ", which lies in no subtree that an authority above is permitted.";
            findings.add(Finding.of(FindingCode.NAME_NOT_PERMITTED, Severity.ERROR, index, sentence, SOURCE));
        }
        for (Subtree subtree : constraints.excluded()) {
            if (subtree.tag() != name.tag()) {
                continue;
            }
            constrained = true;
            unusable |= !subtree.usable() || !name.comparable();
            if (subtree.usable() && name.comparable() && subtree.excludes(name)) {
                String sentence = "A certificate of the path names " + name.printable()
                        + ", which lies in a subtree that an authority above is excluded from.";
                findings.add(Finding.of(FindingCode.NAME_EXCLUDED, Severity.ERROR, index, sentence, SOURCE));
            }
        }
        if (constrained && unusable && !(permitted && constraints.excluded().isEmpty())) {
            String sentence = "A certificate of the path names " + name.printable()
                    + ", and an authority above constrains such names in a way that cannot be applied.";
            findings.add(Finding.of(FindingCode.NAME_CONSTRAINT_UNSUPPORTED, Severity.ERROR, index, sentence, SOURCE));
        }
    }

    private static Finding tooMany(CandidatePath path, int above) {
        String sentence = "The names below " + path.says(above) + " and its name constraints are more than "
                + MAX_COMPARISONS + " pairs.";
        return Finding.of(FindingCode.NAME_CONSTRAINTS_LIMIT, Severity.ERROR, -1, sentence, "limits of the evaluator");
    }
}
