package dev.interloper.core.cure;

/** Cloudflare Gateway: an HTTP policy with the action Do Not Inspect. */
final class CloudflareRules implements BypassRenderer {

    @Override
    public String id() {
        return "cloudflare";
    }

    @Override
    public String product() {
        return "Cloudflare Gateway, HTTP policy Do Not Inspect";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(
                        list,
                        "# ",
                        "Gateway, HTTP policies: action Do Not Inspect, expression; logging and data loss prevention are lost for these")
                .unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(target -> true, ""))) {
            draft.line(
                    switch (target.kind()) {
                        case HOST -> "http.request.host == \"" + target.name() + "\"";
                        case DOMAIN -> "any(http.request.domains[*] == \"" + target.name() + "\")";
                        default -> "http.dst_ip in {" + target.address() + "}";
                    });
        }
        return draft.done();
    }
}
