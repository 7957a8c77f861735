package dev.interloper.core.cure;

import java.util.List;
import java.util.stream.Collectors;

/** Zscaler Internet Access, as its Terraform provider takes it. */
final class ZscalerRules implements BypassRenderer {

    @Override
    public String id() {
        return "zscaler";
    }

    @Override
    public String product() {
        return "Zscaler Internet Access, Terraform (zscaler/zia)";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                list, "# ", "Terraform; or in the console: a custom URL category, and an SSL inspection rule for it");
        List<BypassTarget> targets = draft.withoutPorts(
                draft.only(target -> target.block().map(Cidr::isV4).orElse(true), "the category's IP ranges are IPv4"));
        if (targets.isEmpty()) {
            return draft.done();
        }
        draft.line("resource \"zia_url_categories\" \"interloper\" {")
                .line("  configured_name = \"Not decrypted\"")
                .line("  custom_category = true")
                .line("  super_category  = \"USER_DEFINED\"")
                .line("  urls            = [" + quoted(targets, true) + "]")
                .line("  ip_ranges       = [" + quoted(targets, false) + "]")
                .line("}")
                .line("resource \"zia_ssl_inspection_rules\" \"interloper\" {")
                .line("  name           = \"Not decrypted\"")
                .line("  state          = \"ENABLED\"")
                .line("  order          = 1")
                .line("  url_categories = [zia_url_categories.interloper.id]")
                .line("  action {")
                .line("    type = \"DO_NOT_DECRYPT\"")
                .line("    do_not_decrypt_sub_actions {")
                .line("      bypass_other_policies = true")
                .line("    }")
                .line("  }")
                .line("}");
        return draft.done();
    }

    private static String quoted(List<BypassTarget> targets, boolean names) {
        return targets.stream()
                .filter(target -> target.isName() == names)
                .map(target -> "\"" + (target.kind() == BypassTarget.Kind.DOMAIN ? "." : "")
                        + (names ? target.name() : target.address()) + "\"")
                .collect(Collectors.joining(", "));
    }
}
