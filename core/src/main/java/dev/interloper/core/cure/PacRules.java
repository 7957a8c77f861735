package dev.interloper.core.cure;

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
        Draft draft = new Draft(list, "// ")
                .source("Netscape proxy auto-config; isInNet and dnsDomainIs as browsers have them")
                .note("at the start of FindProxyForURL(url, host); what is sent DIRECT goes past the proxy altogether")
                .note("It sees what clients ask the system's proxy for, never pseudo-TLS of clients that do not");
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> !target.isV6() || target.kind() != BypassTarget.Kind.BLOCK,
                "left out, isInNet knows IPv4 only"))) {
            draft.line("if (" + condition(target) + ") return \"DIRECT\";");
        }
        return draft.done();
    }

    private static String isBelow(BypassTarget target) {
        return "dnsDomainIs(host, \"" + target.with(".") + "\")";
    }

    /** A literal is compared as it is: isInNet would resolve names. */
    private static String condition(BypassTarget target) {
        String is = "host == \"" + target.with("") + "\"";
        return switch (target.kind()) {
            case HOST -> is;
            case DOMAIN -> is + " || " + isBelow(target);
            case SUBDOMAINS -> isBelow(target);
            case ADDRESS -> target.isV6() ? is + " || host == \"[" + target.address() + "]\"" : is;
            case BLOCK -> {
                Cidr block = target.block().orElseThrow();
                yield "/^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$/.test(host) && isInNet(host, \"" + block.addressText()
                        + "\", \"" + block.dottedMask() + "\")";
            }
        };
    }
}
