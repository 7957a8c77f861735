package dev.interloper.core.cure;

import java.util.List;

/** Privoxy's user.action: the last action that matches counts. */
final class PrivoxyRules implements BypassRenderer {

    @Override
    public String id() {
        return "privoxy";
    }

    @Override
    public String product() {
        return "Privoxy, user.action";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source("Privoxy user manual, actions files")
                .note("user.action, at its end: the last match counts. It is read again with the next request");
        List<BypassTarget> targets = draft.only(
                target -> target.kind() != BypassTarget.Kind.BLOCK, "Privoxy's patterns know no blocks of addresses");
        if (!targets.isEmpty()) {
            draft.line("{-https-inspection}");
        }
        for (BypassTarget target : targets) {
            String port = target.port().isPresent() ? ":" + target.port().getAsInt() : "";
            draft.line((target.isV6() ? "<" + target.address() + ">" : target.with(target.hasItself() ? "." : ".*."))
                    + port);
        }
        return draft.done();
    }
}
