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
        Draft draft = new Draft(list, "# ")
                .source("McAfee Web Gateway, SSL scanner rule sets (the notation of criteria was not checked)")
                .unverified()
                .note(
                        "a rule before the SSL Scanner rule set with the action Stop Cycle, and these criteria joined by OR");
        for (BypassTarget target : draft.withoutPorts(draft.all())) {
            if (!target.isName()) {
                draft.line("URL.Destination.IP is in range list: " + target.address());
            }
            if (target.hasItself()) {
                draft.line("URL.Host equals \"" + target.name() + "\"");
            }
            if (target.hasBelow()) {
                draft.line("URL.Host matches " + target.with("*."));
            }
        }
        return draft.done();
    }
}
