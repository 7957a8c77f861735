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
        Draft draft = new Draft(list, "# ")
                .source(
                        "cloudflare-docs, HTTP policies and TLS decryption (selectors); the expressions were not checked")
                .unverified()
                .note("Gateway, HTTP policies: action Do Not Inspect, these expressions joined by or")
                .note("logging and data loss prevention are lost for these");
        for (BypassTarget target : draft.withoutPorts(draft.all())) {
            draft.line(
                    switch (target.kind()) {
                        case HOST -> "http.request.host == \"" + target.name() + "\"";
                        case DOMAIN -> below(target);
                        case SUBDOMAINS -> "(" + below(target) + " and http.request.host != \"" + target.name() + "\")";
                        case ADDRESS, BLOCK -> "http.dst.ip in {" + target.address() + "}";
                    });
        }
        return draft.done();
    }

    private static String below(BypassTarget target) {
        return "any(http.request.domains[*] == \"" + target.name() + "\")";
    }
}
