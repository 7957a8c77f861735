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

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("sslsplit manual (option -P passes nothing by name); iptables-extensions(8)")
                .note("on the machine that redirects, as root; -I puts each rule before the one that redirects")
                .note(
                        "With nft, not verified: nft insert rule ip nat prerouting ip daddr ADDRESS tcp dport PORT return")
                .note("Where no port is given, 443 is meant.");
        for (BypassTarget target :
                draft.only(target -> !target.isName(), "a packet filter sees addresses, not names")) {
            draft.line((target.isV4() ? "iptables" : "ip6tables") + " -t nat -I PREROUTING -p tcp -d "
                    + target.address() + " --dport " + target.port().orElse(HTTPS) + " -j RETURN");
        }
        return draft.done();
    }

    private static final int HTTPS = 443;
}
