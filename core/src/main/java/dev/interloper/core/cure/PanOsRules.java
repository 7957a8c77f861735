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
        Draft draft = new Draft(
                        list,
                        "# ",
                        "configuration mode; then: commit. The exclusion list matches SNI and common names, never hellos without SNI")
                .unverified();
        List<BypassTarget> targets = draft.withoutPorts(draft.only(target -> true, ""));
        for (BypassTarget target : targets) {
            if (target.isName()) {
                draft.line("set shared ssl-decrypt ssl-exclude-cert \"" + target.name() + "\" exclude yes");
                if (target.kind() == BypassTarget.Kind.DOMAIN) {
                    draft.line("set shared ssl-decrypt ssl-exclude-cert \"*." + target.name() + "\" exclude yes");
                }
            }
        }
        String addresses = targets.stream()
                .filter(target -> !target.isName())
                .map(BypassTarget::address)
                .collect(Collectors.joining(" "));
        if (!addresses.isEmpty()) {
            draft.line(
                            "set rulebase decryption rules INTERLOPER from any to any source any source-user any destination [ "
                                    + addresses
                                    + " ] service any category any action no-decrypt type ssl-forward-proxy")
                    .line("move rulebase decryption rules INTERLOPER top");
        }
        return draft.done();
    }
}
