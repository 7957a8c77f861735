package dev.interloper.core.cure;

/** Cisco Secure Firewall: a decryption rule for network objects. */
final class FirepowerRules implements BypassRenderer {

    @Override
    public String id() {
        return "cisco-ftd";
    }

    @Override
    public String product() {
        return "Cisco Secure Firewall (FTD), decryption policy";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ")
                .source(
                        "Cisco Secure Firewall Management Center, decryption policies (which objects); not this notation")
                .unverified()
                .note("objects for a decryption rule Do Not Decrypt, above those that decrypt; then deploy")
                .note("names as distinguished name objects, addresses as a network group");
        for (BypassTarget target : draft.withoutPorts(draft.all())) {
            String what = target.isName() ? "distinguished name: CN=" : "network: ";
            target.entries("*.").forEach(entry -> draft.line(what + entry));
        }
        return draft.done();
    }
}
