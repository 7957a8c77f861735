package dev.interloper.core.cure;

/** Forcepoint Web Security, formerly Websense: a list of destinations in the console. */
final class ForcepointRules implements BypassRenderer {

    @Override
    public String id() {
        return "forcepoint";
    }

    @Override
    public String product() {
        return "Forcepoint Web Security (formerly Websense), SSL Decryption Bypass";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source(
                        "Microsoft support case Lync desktop sharing and the web security proxy service; help.forcepoint.com")
                .unverified()
                .note(
                        "console: Web, Settings, Scanning, SSL Decryption Bypass, destination list, one a line, without these comments")
                .note("Media relays: use addresses, and Websense 7.8 or later");
        for (BypassTarget target : draft.withoutPorts(
                draft.only(target -> !target.isV6(), "left out, nothing says that the list takes IPv6"))) {
            if (target.kind() == BypassTarget.Kind.BLOCK) {
                Cidr block = target.block().orElseThrow();
                draft.line(block.addressText() + "-" + block.last().addressText());
                continue;
            }
            target.entries("*.").forEach(draft::line);
        }
        return draft.done();
    }
}
