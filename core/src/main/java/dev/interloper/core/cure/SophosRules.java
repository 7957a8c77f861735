package dev.interloper.core.cure;

/** Sophos: web exceptions by regular expression over the URL. */
final class SophosRules implements BypassRenderer {

    @Override
    public String id() {
        return "sophos";
    }

    @Override
    public String product() {
        return "Sophos Firewall, web exception";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ", "Web, Exceptions: URL pattern matches, skip HTTPS decryption").unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> target.kind() != BypassTarget.Kind.BLOCK, "exceptions by pattern know no blocks"))) {
            draft.line("^" + (target.kind() == BypassTarget.Kind.DOMAIN ? "([A-Za-z0-9.-]*\\.)?" : "")
                    + (target.isName() ? target.name() : target.address()).replace(".", "\\.") + "\\.?/");
        }
        return draft.done();
    }
}
