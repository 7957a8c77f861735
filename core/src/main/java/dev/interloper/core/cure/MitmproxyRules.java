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

    private static final int HTTPS = 443;

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                list, "# ", "~/.mitmproxy/config.yaml; on a command line: --ignore-hosts with each expression");
        List<String> expressions = new ArrayList<>();
        for (BypassTarget target : draft.only(MitmproxyRules::isExpressible, "no exact expression for IPv6 blocks")) {
            expressions.add(expression(target));
        }
        if (!expressions.isEmpty()) {
            draft.line("ignore_hosts:");
            expressions.forEach(expression -> draft.line("  - '" + expression + "'"));
        }
        return draft.done();
    }

    private static boolean isExpressible(BypassTarget target) {
        return target.block().map(block -> block.isV4() || block.isSingle()).orElse(true);
    }

    /** Only the port that was asked for, or that of HTTPS. */
    private static String expression(BypassTarget target) {
        String host = target.isName()
                ? (target.kind() == BypassTarget.Kind.DOMAIN ? "(.+\\.)?" : "") + escaped(target.name())
                : target.block()
                        .filter(Cidr::isV4)
                        .map(OctetPattern::of)
                        .orElseGet(() -> "\\[?" + target.address() + "\\]?");
        return "^" + host + ":" + target.port().orElse(HTTPS) + "$";
    }

    private static String escaped(String name) {
        return name.replace(".", "\\.");
    }
}
