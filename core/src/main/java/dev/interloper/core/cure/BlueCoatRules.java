package dev.interloper.core.cure;

import java.util.List;

/** Content Policy Language of Blue Coat, today Symantec Edge SWG. */
final class BlueCoatRules implements BypassRenderer {

    @Override
    public String id() {
        return "blue-coat";
    }

    @Override
    public String product() {
        return "Blue Coat ProxySG / Edge SWG, CPL";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft =
                new Draft(list, "; ", "local policy file, in the SSL intercept layer, before rules that intercept");
        List<BypassTarget> targets = draft.only(target -> true, "");
        if (!targets.isEmpty()) {
            draft.line("<SSL-Intercept>");
        }
        for (BypassTarget target : targets) {
            String field = target.isName()
                    ? (target.kind() == BypassTarget.Kind.DOMAIN ? "url.domain=" : "url.host.exact=") + target.name()
                    : "url.address=" + target.address();
            String port =
                    target.port().isPresent() ? " url.port=" + target.port().getAsInt() : "";
            draft.line("  " + field + port + " ssl.forward_proxy(no)");
        }
        return draft.done();
    }
}
