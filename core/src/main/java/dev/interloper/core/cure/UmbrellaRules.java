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
        Draft draft = new Draft(list, "# ")
                .source("Cisco Umbrella documentation, selective decryption")
                .note(
                        "Policies, Selective Decryption Lists, Domains, without these comments; a domain includes what is below it")
                .note("For Microsoft 365 there is a switch: Microsoft 365 Compatibility");
        for (BypassTarget target : draft.takingDomainsAlong(
                draft.withoutPorts(
                        draft.only(
                                BypassTarget::hasBelow,
                                "left out, this list knows whole domains only; addresses go to External Domains and IPs, past the proxy")))) {
            draft.line(target.name());
        }
        return draft.done();
    }
}
