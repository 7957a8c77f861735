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
        Draft draft = new Draft(list, "rem ")
                .source("Microsoft, Internet settings (not checked)")
                .unverified()
                .note("command line; it replaces the list that was there, and goes past the proxy altogether");
        List<String> entries = new ArrayList<>();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> target.kind() != BypassTarget.Kind.BLOCK,
                "left out, the list knows no blocks of addresses"))) {
            entries.addAll(target.isV6() ? List.of("[" + target.address() + "]") : target.entries("*."));
        }
        return entries.isEmpty()
                ? draft.done()
                : draft.line("reg add \"" + KEY + "\" /v ProxyOverride /d \"" + String.join(";", entries)
                                + ";<local>\" /f")
                        .done();
    }

    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
}
