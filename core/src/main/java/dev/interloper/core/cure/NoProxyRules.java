package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** The environment variable no_proxy, which every program reads its own way. */
final class NoProxyRules implements BypassRenderer {

    @Override
    public String id() {
        return "no-proxy";
    }

    @Override
    public String product() {
        return "no_proxy environment variable";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("Go golang.org/x/net/http/httpproxy, curl manual, Python requests")
                .note(
                        "environment, NO_PROXY as well; it replaces the list that was there, and goes past the proxy altogether")
                .note("Blocks: Go, Python requests, curl since 7.86; not wget, nor older programs");
        List<String> entries = new ArrayList<>();
        for (BypassTarget target : draft.withoutPorts(draft.all())) {
            if (target.kind() == BypassTarget.Kind.HOST) {
                draft.cannot(target, "exactly: most programs take what is below it, too");
            }
            if (target.kind() == BypassTarget.Kind.SUBDOMAINS) {
                draft.cannot(
                        target, "exactly: some programs, curl among them, take " + target.name() + " itself along");
            }
            entries.addAll(target.entries("."));
        }
        return entries.isEmpty()
                ? draft.done()
                : draft.line("no_proxy=" + String.join(",", entries)).done();
    }
}
