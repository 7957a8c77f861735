package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.SafeText;
import java.util.List;

/** The leaf names the mailbox asked for: its local part to the letter, its host in any case (RFC 5280 7.5). */
final class EmailAddressCheck implements PathCheck {
    @Override
    public List<Finding> check(CandidatePath path) {
        if (path.emailAddress().isEmpty()) {
            return List.of();
        }
        String asked = path.emailAddress().get();
        boolean named = path.facts().get(0).names().alternatives().stream()
                .filter(n -> n.tag() == GeneralName.EMAIL)
                .anyMatch(n -> sameMailbox(n.text(), asked));
        if (named) {
            return List.of();
        }
        String sentence = Say.certificate(path, 0) + " is not for the e-mail address " + SafeText.escape(asked) + ".";
        return List.of(Finding.of(
                FindingCode.EMAIL_MISMATCH, Severity.ERROR, path.presentedIndex(0), sentence, "RFC 5280 4.2.1.6"));
    }

    private static boolean sameMailbox(String presented, String asked) {
        int at = presented.lastIndexOf('@');
        return at > 0
                && at == asked.lastIndexOf('@')
                && presented.substring(0, at).equals(asked.substring(0, at))
                && presented.substring(at).equalsIgnoreCase(asked.substring(at));
    }
}
