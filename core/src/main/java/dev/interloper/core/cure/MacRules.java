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
        Draft draft = new Draft(list, "# ")
                .source("macOS networksetup(8) (the form of the entries was not checked)")
                .unverified()
                .note("terminal; put the name of the network service for Wi-Fi")
                .note("It replaces the list that was there, and goes past the proxy altogether");
        List<String> entries = new ArrayList<>();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> !target.isV6() || target.kind() != BypassTarget.Kind.BLOCK, "left out, blocks are IPv4"))) {
            target.entries("*.").forEach(entry -> entries.add("\"" + entry + "\""));
        }
        return entries.isEmpty()
                ? draft.done()
                : draft.line("networksetup -setproxybypassdomains Wi-Fi " + String.join(" ", entries))
                        .done();
    }
}
