package dev.interloper.core.cure;

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
        Draft draft = new Draft(
                list,
                "# ",
                "Custom URL Category, Sites; then Decryption Policies: Pass Through for it. Not by the default category, which asks the server first");
        for (BypassTarget target : draft.withoutPorts(
                draft.only(target -> target.block().map(Cidr::isV4).orElse(true), "the category takes IPv4"))) {
            draft.line((target.kind() == BypassTarget.Kind.DOMAIN ? "." : "")
                    + (target.isName() ? target.name() : target.address()) + ",");
        }
        return draft.done();
    }
}
