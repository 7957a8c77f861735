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
        Draft draft = new Draft(
                        list,
                        "# ",
                        "objects for a decryption rule Do Not Decrypt: names as a distinguished name object, addresses as a network group")
                .unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(target -> true, ""))) {
            draft.line(
                    target.isName()
                            ? "distinguished name: CN=" + (target.kind() == BypassTarget.Kind.DOMAIN ? "*." : "")
                                    + target.name()
                            : "network: " + target.address());
        }
        return draft.done();
    }
}
