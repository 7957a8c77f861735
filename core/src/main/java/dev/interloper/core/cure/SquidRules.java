package dev.interloper.core.cure;

import java.util.List;

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
        Draft draft = new Draft(list, "# ", "squid.conf, before the first ssl_bump line; then: squid -k reconfigure");
        List<BypassTarget> all = draft.withoutPorts(draft.only(target -> true, ""));
        List<BypassTarget> addresses =
                all.stream().filter(target -> !target.isName()).toList();
        List<BypassTarget> names = all.stream().filter(BypassTarget::isName).toList();
        addresses.forEach(target -> draft.line("acl interloper_addresses dst " + target.address()));
        names.forEach(target -> draft.line("acl interloper_names ssl::server_name "
                + (target.kind() == BypassTarget.Kind.DOMAIN ? "." : "") + target.name()));
        if (!addresses.isEmpty()) {
            draft.line("ssl_bump splice interloper_addresses");
        }
        if (!names.isEmpty()) {
            draft.line("acl interloper_hello at_step SslBump1")
                    .line("ssl_bump peek interloper_hello")
                    .line("ssl_bump splice interloper_names");
        }
        return draft.done();
    }
}
