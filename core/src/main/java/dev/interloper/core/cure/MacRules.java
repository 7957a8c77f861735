package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** macOS' list of hosts without a proxy. */
final class MacRules implements BypassRenderer {

    @Override
    public String id() {
        return "macos";
    }

    @Override
    public String product() {
        return "macOS, networksetup";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                        list,
                        "# ",
                        "replaces the list of the service; put its name for Wi-Fi. It goes past the proxy altogether")
                .unverified();
        List<String> entries = new ArrayList<>();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> target.block()
                        .map(block -> block.isV4() || block.isSingle())
                        .orElse(true),
                "blocks are IPv4"))) {
            entries.add("\"" + (target.isName() ? target.name() : target.address()) + "\"");
            if (target.kind() == BypassTarget.Kind.DOMAIN) {
                entries.add("\"*." + target.name() + "\"");
            }
        }
        return entries.isEmpty()
                ? draft.done()
                : draft.line("networksetup -setproxybypassdomains Wi-Fi " + String.join(" ", entries))
                        .done();
    }
}
