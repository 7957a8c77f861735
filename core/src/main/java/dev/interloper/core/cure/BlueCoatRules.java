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
        Draft draft = new Draft(list, "; ")
                .source("Content Policy Language reference, ssl.forward_proxy(no) in the SSL intercept layer")
                .note("local policy file, before rules that intercept; then install the policy")
                .note("For what is no TLS, Detect Protocol must be off in the proxy service (not verified)");
        List<BypassTarget> targets = draft.takingDomainsAlong(draft.all());
        if (!targets.isEmpty()) {
            draft.line("<SSL-Intercept>");
        }
        for (BypassTarget target : targets) {
            String field = !target.isName() ? "url.address=" : target.hasBelow() ? "url.domain=" : "url.host.exact=";
            String port =
                    target.port().isPresent() ? " url.port=" + target.port().getAsInt() : "";
            draft.line("  " + field + target.with("") + port + " ssl.forward_proxy(no)");
        }
        return draft.done();
    }
}
