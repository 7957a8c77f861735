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
        Draft draft = new Draft(list, "# ")
                .source("Netskope, SSL decryption policies (not checked)")
                .unverified()
                .note(
                        "Policies, SSL Decryption: Do Not Decrypt; names as a custom category, addresses as a network location")
                .note("one a line, without these comments");
        for (BypassTarget target : draft.withoutPorts(draft.all())) {
            target.entries("*.").forEach(draft::line);
        }
        return draft.done();
    }
}
