package dev.interloper.core.cure;

/** Cisco Umbrella's selective decryption list knows domains only. */
final class UmbrellaRules implements BypassRenderer {

    @Override
    public String id() {
        return "cisco-umbrella";
    }

    @Override
    public String product() {
        return "Cisco Umbrella, Selective Decryption List";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                list, "# ", "Policies, Selective Decryption Lists, Domains; a domain there includes what is below it");
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> target.kind() == BypassTarget.Kind.DOMAIN,
                "this list knows whole domains only: addresses go to External Domains and IPs, past the proxy"))) {
            draft.line(target.name());
        }
        return draft.done();
    }
}
