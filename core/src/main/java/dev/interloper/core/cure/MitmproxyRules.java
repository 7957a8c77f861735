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
        Draft draft = new Draft(
                list, "# ", "~/.mitmproxy/config.yaml; on a command line: --ignore-hosts with each expression");
        List<String> expressions = new ArrayList<>();
        for (BypassTarget target : draft.only(MitmproxyRules::isExpressible, "no exact expression for IPv6 blocks")) {
            if (target.port().isPresent()) {
                draft.cannot(
                        target, "in mitmproxy 7.0 to 10.1, which compare the host alone; there leave the port out");
            }
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

    /** From 7.0 until January 2024 mitmproxy compares the host alone (its issue 6325), so that no port may be required. */
    private static String expression(BypassTarget target) {
        String host = target.isName()
                ? (target.kind() == BypassTarget.Kind.DOMAIN ? "(.+\\.)?" : "") + escaped(target.name())
                : target.block()
                        .filter(Cidr::isV4)
                        .map(OctetPattern::of)
                        .orElseGet(() -> "\\[?" + target.address() + "\\]?");
        return "^" + host + (target.port().isPresent() ? ":" + target.port().getAsInt() : "(:[0-9]+)?") + "$";
    }

    private static String escaped(String name) {
        return name.replace(".", "\\.");
    }
}
