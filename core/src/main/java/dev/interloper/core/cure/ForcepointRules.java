package dev.interloper.core.cure;

/** Forcepoint Web Security, formerly Websense: a list of destinations in the console. */
final class ForcepointRules implements BypassRenderer {

    @Override
    public String id() {
        return "forcepoint";
    }

    @Override
    public String product() {
        return "Forcepoint Web Security (formerly Websense), SSL Decryption Bypass";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                        list,
                        "# ",
                        "console: Web, Settings, Scanning, SSL Decryption Bypass, destination list, one a line")
                .unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(target -> true, ""))) {
            draft.line((target.kind() == BypassTarget.Kind.DOMAIN ? "*." : "")
                    + (target.isName() ? target.name() : target.address()));
        }
        return draft.done();
    }
}
