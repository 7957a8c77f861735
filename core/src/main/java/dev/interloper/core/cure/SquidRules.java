package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** squid.conf: addresses are spliced before anything is peeked at, names once the hello was seen. */
final class SquidRules implements BypassRenderer {

    @Override
    public String id() {
        return "squid";
    }

    @Override
    public String product() {
        return "Squid, ssl_bump splice";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("squid cf.data.pre, ssl_bump and acl; parsed by Squid 5.7")
                .note(
                        "squid.conf, before the first ssl_bump line: the first match of a step counts. Then: squid -k reconfigure")
                .note("For what is no TLS on ports that are bumped, add: on_unsupported_protocol tunnel all");
        List<String> early = new ArrayList<>();
        List<String> late = new ArrayList<>();
        TreeSet<Integer> ports = new TreeSet<>();
        list.targets().forEach(target -> ports.add(target.port().orElse(0)));
        for (int port : ports) {
            List<BypassTarget> of = list.targets().stream()
                    .filter(target -> target.port().orElse(0) == port)
                    .toList();
            String suffix = port == 0 ? "" : "_" + port;
            if (port != 0) {
                draft.line("acl interloper_port" + suffix + " port " + port);
            }
            String excepted = "";
            for (BypassTarget target : of) {
                if (!target.isName()) {
                    draft.line("acl interloper_addresses" + suffix + " dst " + target.address());
                } else if (of.stream().noneMatch(target::isWithin)) { // Squid refuses a domain beside what it holds
                    draft.line("acl interloper_names" + suffix + " ssl::server_name " + target.with("."));
                    if (!target.hasItself()) { // Squid's domains hold themselves
                        draft.line("acl interloper_not" + suffix + " ssl::server_name " + target.name());
                        excepted = " !interloper_not" + suffix;
                    }
                }
            }
            String onPort = port == 0 ? "" : " interloper_port" + suffix;
            if (of.stream().anyMatch(target -> !target.isName())) {
                early.add("ssl_bump splice interloper_addresses" + suffix + onPort);
            }
            if (of.stream().anyMatch(BypassTarget::isName)) {
                late.add("ssl_bump splice interloper_names" + suffix + excepted + onPort);
            }
        }
        early.forEach(draft::line);
        if (!late.isEmpty()) {
            draft.line("acl interloper_hello at_step SslBump1").line("ssl_bump peek interloper_hello");
            late.forEach(draft::line);
        }
        return draft.done();
    }
}
