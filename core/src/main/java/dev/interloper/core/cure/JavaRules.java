package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** The JDK's http.nonProxyHosts, which serves HTTPS too. */
final class JavaRules implements BypassRenderer {

    @Override
    public String id() {
        return "java";
    }

    @Override
    public String product() {
        return "Java, http.nonProxyHosts";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("JDK net.properties")
                .note("option of the java command, for http and https; it replaces the list that was there")
                .note("What is on it goes past the proxy altogether; addresses match where the URL holds them");
        List<String> patterns = new ArrayList<>(List.of("localhost", "127.*", "[::1]"));
        int usual = patterns.size();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                JavaRules::isExpressible, "left out, only blocks of IPv4 that end at a dot can be written"))) {
            switch (target.kind()) {
                case HOST, DOMAIN, SUBDOMAINS -> patterns.addAll(target.entries("*."));
                case ADDRESS -> patterns.add(target.isV6() ? "[" + target.address() + "]" : target.address());
                case BLOCK -> {
                    String prefix = prefix(target.block().orElseThrow());
                    draft.cannot(target, "exactly: host names that begin with " + prefix + " would match as well");
                    patterns.add(prefix + "*");
                }
            }
        }
        return patterns.size() == usual
                ? draft.done()
                : draft.line("-Dhttp.nonProxyHosts=\"" + String.join("|", patterns) + "\"")
                        .done();
    }

    private static boolean isExpressible(BypassTarget target) {
        return target.block()
                .map(block -> block.isSingle() || (block.isV4() && block.prefix() % 8 == 0))
                .orElse(true);
    }

    private static String prefix(Cidr block) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < block.prefix() / 8; i++) {
            text.append(block.octet(i)).append('.');
        }
        return text.toString();
    }
}
