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
        Draft draft = new Draft(list, "# ")
                .source(
                        "fortinetdev/terraform-provider-fortios, ssl-exempt of firewall ssl-ssh-profile; FortiOS configuration dump")
                .note("command line; put the name of the profile in use for custom-deep-inspection")
                .note("What happens to pseudo-TLS besides: unsupported-ssl-negotiation of the profile");
        List<BypassTarget> targets = draft.withoutPorts(draft.all());
        List<String> exempt = new ArrayList<>();
        int number = 0;
        for (BypassTarget target : targets) {
            String name = "interloper-" + ++number;
            if (target.isName()) {
                if (target.hasItself()) {
                    names(draft, exempt, target.name(), name);
                }
                if (target.hasBelow()) {
                    names(draft, exempt, target.with("*."), name + "-below");
                }
            } else {
                Cidr block = target.block().orElseThrow();
                address(draft, block, name);
                exempt(exempt, block.isV4() ? "address" : "address6", name);
            }
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

    /** A domain takes two objects: whether a wildcard includes it itself was not checked. */
    private static void names(Draft draft, List<String> exempt, String wildcard, String name) {
        draft.line("config firewall wildcard-fqdn custom")
                .line("edit \"" + name + "\"")
                .line("    set wildcard-fqdn \"" + wildcard + "\"")
                .line("next")
                .line("end");
        exempt(exempt, "wildcard-fqdn", name);
    }

    private static void exempt(List<String> exempt, String type, String name) {
        exempt.add("        edit 0");
        exempt.add("            set type " + type);
        exempt.add("            set " + type + " \"" + name + "\"");
        exempt.add("        next");
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
