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
        Draft draft = new Draft(list, "# ")
                .source("Sophos Firewall documentation, web exceptions (the form of the expressions was not checked)")
                .unverified()
                .note(
                        "Web, Exceptions: URL pattern matches, one a line, without these comments; skip HTTPS decryption");
        for (BypassTarget target : draft.withoutPorts(
                draft.only(
                        target -> !target.isV6() && target.kind() != BypassTarget.Kind.BLOCK,
                        "left out, exceptions by URL pattern know no blocks and no IPv6; use an SSL/TLS inspection rule, Do not decrypt"))) {
            String below = target.hasItself() ? "([A-Za-z0-9.-]*\\.)?" : "[A-Za-z0-9.-]+\\.";
            draft.line("^" + (target.hasBelow() ? below : "") + target.with("").replace(".", "\\.") + "\\.?/");
        }
        return draft.done();
    }
}
