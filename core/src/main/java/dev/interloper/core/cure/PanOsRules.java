package dev.interloper.core.cure;

import java.util.List;
import java.util.stream.Collectors;

/** PAN-OS: host names on the exclusion list, addresses by a decryption rule. */
final class PanOsRules implements BypassRenderer {

    @Override
    public String id() {
        return "pan-os";
    }

    @Override
    public String product() {
        return "Palo Alto Networks PAN-OS, command line";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("PaloAltoNetworks/pan-os-ansible (fields); the form of the command line was not checked")
                .unverified()
                .note("configuration mode; then: commit. Decryption rules: the first match counts, hence top")
                .note("The exclusion list matches SNI and common names, never hellos without SNI");
        List<BypassTarget> targets = draft.withoutPorts(draft.all());
        for (BypassTarget target : targets) {
            if (target.isName()) {
                target.entries("*.").forEach(entry -> draft.line(EXCLUDED + "\"" + entry + "\" exclude yes"));
            }
        }
        String addresses = targets.stream()
                .filter(target -> !target.isName())
                .map(BypassTarget::address)
                .collect(Collectors.joining(" "));
        if (!addresses.isEmpty()) {
            draft.line(RULE + " from any to any source any source-user any destination [ " + addresses
                            + " ] service any category any action no-decrypt type ssl-forward-proxy")
                    .line("move rulebase decryption rules INTERLOPER top");
        }
        return draft.done();
    }

    private static final String EXCLUDED = "set shared ssl-decrypt ssl-exclude-cert ";
    private static final String RULE = "set rulebase decryption rules INTERLOPER";
}
