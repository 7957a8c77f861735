package dev.interloper.core.cure;

import java.util.List;

/** Check Point: an HTTPS inspection rule for a group of objects. */
final class CheckPointRules implements BypassRenderer {

    @Override
    public String id() {
        return "check-point";
    }

    @Override
    public String product() {
        return "Check Point, mgmt_cli";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("Check Point management API, add https-rule (the values were not checked)")
                .unverified()
                .note(
                        "management command line; put the name of the HTTPS inspection layer for Outbound; then: mgmt_cli publish");
        List<BypassTarget> targets = draft.withoutPorts(
                draft.only(target -> !target.isName(), "left out, names need a custom application or domain object"));
        StringBuilder members = new StringBuilder();
        int number = 0;
        for (BypassTarget target : targets) {
            Cidr block = target.block().orElseThrow();
            String name = "\"interloper-" + ++number + "\"";
            String value = block.isSingle()
                    ? "host name " + name + " ip-address \"" + block.addressText() + "\""
                    : "network name " + name + " subnet \"" + block.addressText() + "\" mask-length " + block.prefix();
            draft.line("mgmt_cli add " + value);
            members.append(" members.").append(number).append(' ').append(name);
        }
        if (number > 0) {
            draft.line("mgmt_cli add group name \"interloper\"" + members)
                    .line("mgmt_cli add https-rule layer \"Outbound\" position top name \"interloper\""
                            + " destination.1 \"interloper\" service.1 \"HTTPS default services\" site-category.1 Any"
                            + " action Bypass track Log");
        }
        return draft.done();
    }
}
