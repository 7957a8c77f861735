package dev.interloper.certs.pin;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.TrustPath;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a report on pins for people, with everything that they would paste. */
final class PinExplanation {
    /** Chains have a handful of certificates; what a hostile one has more is not printed. */
    private static final int MAX_LINES = 100;

    private final PinReport report;
    private final StringBuilder out = new StringBuilder();
    private final Set<PublicKeyHash> shown = new HashSet<>();

    private PinExplanation(PinReport report) {
        this.report = report;
    }

    static String of(PinReport report) {
        return new PinExplanation(report).write();
    }

    private String write() {
        out.append("Pins of ").append(report.host()).append(": ").append(report.outcome());
        out.append(report.outcome().permits() ? " (let pass)" : " (refused)");
        List<TrustPath> accepted =
                report.trust().paths().stream().filter(TrustPath::trusted).toList();
        accepted.forEach(this::path);
        sent(accepted.isEmpty() ? "Presented chain, not validated:" : "Sent too, on no validated path:");
        for (PinRule rule : report.rules()) {
            rule.sets().forEach(set -> expected(rule, set));
        }
        report.match().ifPresent(m -> line("Met by " + m));
        report.findings().forEach(f -> line(f.sentence()));
        report.likelyCause().ifPresent(c -> line("Likely cause: " + c.kind() + ". " + c.sentence()));
        return out.toString();
    }

    private void path(TrustPath path) {
        line("Validated path, ending in " + path.anchor().map(Anchor::toString).orElse("nothing") + ", "
                + path.anchorClass() + ":");
        PinnedPath.of(path, report.trust().request().chain()).elements().forEach(this::element);
    }

    private void sent(String title) {
        List<PinnedPath.Element> rest = report.trust().request().chain().certificates().stream()
                .limit(MAX_LINES)
                .map((X509Certificate c) -> PinnedPath.element(c))
                .filter(e -> !shown.contains(e.key()))
                .toList();
        if (!rest.isEmpty()) {
            line(title);
            rest.forEach(this::element);
        }
    }

    private void element(PinnedPath.Element element) {
        shown.add(element.key());
        line("  " + element.key() + ": " + element.name());
    }

    private void expected(PinRule rule, PinSet set) {
        line("Expected for " + rule.pattern() + ", set " + set + ":");
        set.pins().stream().limit(MAX_LINES).forEach(p -> line("  " + p));
        int more = set.pins().size() - MAX_LINES;
        if (more > 0) {
            line("  and " + more + " more");
        }
    }

    private void line(String text) {
        out.append("\n  ").append(text);
    }
}
