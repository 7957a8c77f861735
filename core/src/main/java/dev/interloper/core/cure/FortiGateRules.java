package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** FortiOS: objects for names and addresses, then the exemptions of a profile. */
final class FortiGateRules implements BypassRenderer {

    @Override
    public String id() {
        return "fortigate";
    }

    @Override
    public String product() {
        return "FortiGate (FortiOS), command line";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft =
                new Draft(list, "# ", "command line; put the name of the profile in use for custom-deep-inspection");
        List<BypassTarget> targets = draft.withoutPorts(draft.only(target -> true, ""));
        List<String> exempt = new ArrayList<>();
        int number = 0;
        for (BypassTarget target : targets) {
            String name = "interloper-" + ++number;
            exempt.add("        edit 0");
            if (target.isName()) {
                names(draft, target, name);
                exempt.add("            set type wildcard-fqdn");
                exempt.add("            set wildcard-fqdn \"" + name + "\"");
            } else {
                Cidr block = target.block().orElseThrow();
                address(draft, block, name);
                String type = block.isV4() ? "address" : "address6";
                exempt.add("            set type " + type);
                exempt.add("            set " + type + " \"" + name + "\"");
            }
            exempt.add("        next");
        }
        if (!targets.isEmpty()) {
            draft.line("config firewall ssl-ssh-profile")
                    .line("edit \"custom-deep-inspection\"")
                    .line("    config ssl-exempt");
            exempt.forEach(draft::line);
            draft.line("    end").line("next").line("end");
        }
        return draft.done();
    }

    /** A wildcard stands for what is below; FortiOS matches the domain itself by it as well. */
    private static void names(Draft draft, BypassTarget target, String name) {
        String wildcard = (target.kind() == BypassTarget.Kind.DOMAIN ? "*." : "") + target.name();
        draft.line("config firewall wildcard-fqdn custom")
                .line("edit \"" + name + "\"")
                .line("    set wildcard-fqdn \"" + wildcard + "\"")
                .line("next")
                .line("end");
    }

    private static void address(Draft draft, Cidr block, String name) {
        draft.line("config firewall address" + (block.isV4() ? "" : "6"))
                .line("edit \"" + name + "\"")
                .line(
                        block.isV4()
                                ? "    set subnet " + block.addressText() + " " + block.dottedMask()
                                : "    set ip6 " + block)
                .line("next")
                .line("end");
    }
}
