package dev.interloper.core.cure;

/** Skyhigh Secure Web Gateway, formerly McAfee: a rule before the SSL scanner. */
final class SkyhighRules implements BypassRenderer {

    @Override
    public String id() {
        return "skyhigh";
    }

    @Override
    public String product() {
        return "Skyhigh Secure Web Gateway (formerly McAfee), rule criteria";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                        list,
                        "# ",
                        "a rule before the SSL Scanner rule set with the action Stop Cycle, and these criteria")
                .unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(target -> true, ""))) {
            draft.line(
                    target.isName()
                            ? "URL.Host " + (target.kind() == BypassTarget.Kind.DOMAIN ? "matches *." : "equals ")
                                    + target.name()
                            : "URL.Destination.IP is in range list: " + target.address());
        }
        return draft.done();
    }
}
