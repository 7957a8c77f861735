package dev.interloper.core.cure;

/** Packets that are not redirected never reach a transparent proxy: sslsplit has no list of its own. */
final class PacketFilterRules implements BypassRenderer {

    @Override
    public String id() {
        return "sslsplit";
    }

    @Override
    public String product() {
        return "sslsplit and other transparent proxies, by packet filter";
    }

    private static final int HTTPS = 443;

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                list,
                "# ",
                "on the machine that redirects, as root; the rules must come before the one that redirects");
        for (BypassTarget target :
                draft.only(target -> !target.isName(), "a packet filter sees addresses, not names")) {
            String command = target.block().orElseThrow().isV4() ? "iptables" : "ip6tables";
            draft.line(command + " -t nat -I PREROUTING -p tcp -d " + target.address() + " --dport "
                    + target.port().orElse(HTTPS) + " -j RETURN");
        }
        return draft.done();
    }
}
