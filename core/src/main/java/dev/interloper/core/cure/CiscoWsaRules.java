package dev.interloper.core.cure;

import java.util.List;
import java.util.stream.Collectors;

/** Cisco Web Security Appliance: a custom category, passed through. */
final class CiscoWsaRules implements BypassRenderer {

    @Override
    public String id() {
        return "cisco-wsa";
    }

    @Override
    public String product() {
        return "Cisco Secure Web Appliance (WSA), custom URL category";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("Cisco WSA user guide 9.2, decryption policies")
                .note(
                        "Custom URL Category, Sites, without these comments; then Decryption Policies: Pass Through for it")
                .note("Not by the default category, for which the appliance asks the server first");
        List<BypassTarget> targets = draft.takingDomainsAlong(draft.withoutPorts(
                draft.only(target -> !target.isV6(), "left out, nothing says that the category takes IPv6")));
        if (!targets.isEmpty()) {
            draft.line(targets.stream().map(target -> target.with(".")).collect(Collectors.joining(", ")));
        }
        return draft.done();
    }
}
