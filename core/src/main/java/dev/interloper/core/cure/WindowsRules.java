package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** Windows' ProxyOverride. */
final class WindowsRules implements BypassRenderer {

    @Override
    public String id() {
        return "windows";
    }

    @Override
    public String product() {
        return "Windows, ProxyOverride";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                        list,
                        "rem ",
                        "Internet settings; it replaces the list that was there, and goes past the proxy altogether")
                .unverified();
        List<String> entries = new ArrayList<>();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> target.kind() != BypassTarget.Kind.BLOCK, "the list knows no blocks of addresses"))) {
            entries.add(target.isName() ? target.name() : target.address());
            if (target.kind() == BypassTarget.Kind.DOMAIN) {
                entries.add("*." + target.name());
            }
        }
        return entries.isEmpty()
                ? draft.done()
                : draft.line(
                                "reg add \"HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\" /v ProxyOverride /d \""
                                        + String.join(";", entries) + ";<local>\" /f")
                        .done();
    }
}
