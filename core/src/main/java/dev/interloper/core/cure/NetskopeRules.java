package dev.interloper.core.cure;

/** Netskope: an SSL decryption policy for domains or a destination location. */
final class NetskopeRules implements BypassRenderer {

    @Override
    public String id() {
        return "netskope";
    }

    @Override
    public String product() {
        return "Netskope, SSL Decryption policy";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                        list,
                        "# ",
                        "Policies, SSL Decryption: Do Not Decrypt; names as a custom category, addresses as a network location")
                .unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(target -> true, ""))) {
            draft.line((target.kind() == BypassTarget.Kind.DOMAIN ? "*." : "")
                    + (target.isName() ? target.name() : target.address()));
        }
        return draft.done();
    }
}
