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
        Draft draft = new Draft(
                list,
                "# ",
                "environment; it goes past the proxy altogether. Blocks: Go, Python requests, curl since 7.86; not wget");
        List<String> entries = new ArrayList<>();
        for (BypassTarget target : draft.withoutPorts(draft.only(target -> true, ""))) {
            switch (target.kind()) {
                case HOST -> {
                    draft.cannot(target, "exactly: most programs take what is below it, too");
                    entries.add(target.name());
                }
                case DOMAIN -> {
                    entries.add(target.name());
                    entries.add("." + target.name());
                }
                case ADDRESS, BLOCK -> entries.add(target.address());
            }
        }
        return entries.isEmpty()
                ? draft.done()
                : draft.line("no_proxy=" + String.join(",", entries)).done();
    }
}
