package dev.interloper.core.cure;

import java.util.List;

/** A proxy auto-configuration file: what it sends DIRECT goes past the proxy altogether. */
final class PacRules implements BypassRenderer {

    @Override
    public String id() {
        return "pac";
    }

    @Override
    public String product() {
        return "PAC file, FindProxyForURL";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                list,
                "// ",
                "at the start of FindProxyForURL(url, host); it sees what clients ask the system's proxy for, never pseudo-TLS");
        List<BypassTarget> targets = draft.withoutPorts(draft.only(
                target -> target.block()
                        .map(block -> block.isV4() || block.isSingle())
                        .orElse(true),
                "isInNet knows IPv4 only"));
        for (BypassTarget target : targets) {
            draft.line("if (" + condition(target) + ") return \"DIRECT\";");
        }
        return draft.done();
    }

    /** A literal is compared as it is: isInNet would resolve names. */
    private static String condition(BypassTarget target) {
        return switch (target.kind()) {
            case HOST -> "host == \"" + target.name() + "\"";
            case DOMAIN -> "host == \"" + target.name() + "\" || dnsDomainIs(host, \"." + target.name() + "\")";
            case ADDRESS -> "host == \"" + target.address() + "\"";
            case BLOCK -> {
                Cidr block = target.block().orElseThrow();
                yield "/^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$/.test(host) && isInNet(host, \"" + block.addressText()
                        + "\", \"" + block.dottedMask() + "\")";
            }
        };
    }
}
