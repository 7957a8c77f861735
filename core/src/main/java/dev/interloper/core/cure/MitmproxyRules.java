package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** mitmproxy's config.yaml: regular expressions over host:port. */
final class MitmproxyRules implements BypassRenderer {

    @Override
    public String id() {
        return "mitmproxy";
    }

    @Override
    public String product() {
        return "mitmproxy, ignore_hosts";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("mitmproxy documentation, ignoring domains; run with mitmproxy 8.1.1")
                .note("~/.mitmproxy/config.yaml; on a command line: --ignore-hosts with each expression")
                .note("Where no port is given, 443 is meant; mitmproxy 8 matches the host alone, on every port.");
        List<String> expressions = new ArrayList<>();
        for (BypassTarget target :
                draft.only(target -> !target.isV6() || isSingle(target), "no exact expression for IPv6 blocks")) {
            int port = target.port().orElse(HTTPS);
            if (port != HTTPS) {
                draft.cannot(target, "mitmproxy 8 matches no ports, there the entry has no effect");
            }
            expressions.add("^" + host(target) + (port == HTTPS ? "(:443)?" : ":" + port) + "$");
        }
        if (!expressions.isEmpty()) {
            draft.line("ignore_hosts:");
            expressions.forEach(expression -> draft.line("  - '" + expression + "'"));
        }
        return draft.done();
    }

    private static final int HTTPS = 443;

    private static boolean isSingle(BypassTarget target) {
        return target.kind() == BypassTarget.Kind.ADDRESS;
    }

    private static String host(BypassTarget target) {
        if (target.isV4()) {
            return OctetPattern.of(target.block().orElseThrow());
        }
        if (target.isV6()) {
            return "\\[?" + target.address() + "\\]?";
        }
        String below = target.hasItself() ? "(.+\\.)?" : ".+\\.";
        return (target.hasBelow() ? below : "") + target.name().replace(".", "\\.");
    }
}
