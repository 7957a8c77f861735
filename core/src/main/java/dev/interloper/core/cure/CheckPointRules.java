package dev.interloper.core.cure;

/** Check Point: an HTTPS inspection rule for a group of objects. */
final class CheckPointRules implements BypassRenderer {

    @Override
    public String id() {
        return "check-point";
    }

    @Override
    public String product() {
        return "Check Point, mgmt_cli";
    }

    @Override
    public BypassText render(BypassList list) {
        Draft draft = new Draft(list, "# ", "management command line; then: mgmt_cli publish").unverified();
        for (BypassTarget target : draft.withoutPorts(draft.only(
                target -> !target.isName(), "names need a custom application or a domain object of its own"))) {
            draft.line("mgmt_cli add https-rule layer \"Outbound\" position top name \"interloper "
                    + target.address().replace('/', '-') + "\" destination.1 \"" + target.address()
                    + "\" service.1 \"HTTPS default services\" site-category.1 Any action Bypass track Log");
        }
        return draft.done();
    }
}
