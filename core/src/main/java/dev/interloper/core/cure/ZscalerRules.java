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
        Draft draft = new Draft(list, "# ")
                .source("zscaler/terraform-provider-zia, zia_url_categories and zia_ssl_inspection_rules")
                .note(
                        "Terraform; or in the console: a custom URL category, and an SSL inspection rule for it; then activate")
                .note("bypass_other_policies leaves out the other policies, too");
        List<BypassTarget> targets = draft.takingDomainsAlong(draft.withoutPorts(
                draft.only(target -> !target.isV6(), "left out, nothing says that the category takes IPv6")));
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
                .map(target -> "\"" + target.with(".") + "\"")
                .collect(Collectors.joining(", "));
    }
}
