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
        Draft draft = new Draft(
                list,
                "# ",
                "option of the java command; it replaces the list that was there, and goes past the proxy altogether");
        List<String> patterns = new ArrayList<>(List.of("localhost", "127.*", "[::1]"));
        int usual = patterns.size();
        for (BypassTarget target : draft.withoutPorts(
                draft.only(JavaRules::isExpressible, "only blocks that end at a dot can be written"))) {
            switch (target.kind()) {
                case HOST -> patterns.add(target.name());
                case DOMAIN -> patterns.addAll(List.of(target.name(), "*." + target.name()));
                case ADDRESS ->
                    patterns.add(target.block().orElseThrow().isV4() ? target.address() : "[" + target.address() + "]");
                case BLOCK -> patterns.add(prefix(target.block().orElseThrow()));
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
        return text + "*";
    }
}
