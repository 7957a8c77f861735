package dev.interloper.boards.trust;

import dev.interloper.boards.corpus.Table;
import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.pin.HostPattern;
import dev.interloper.certs.pin.Pin;
import dev.interloper.certs.pin.PinOutcome;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.pin.PinReport;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.TrustReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Host patterns with the attacks on them; and on every core case of limbo for a host: with all keys pinned that were sent,
 * a chain that is not trusted matches nothing, and one that is trusted matches; with the anchor's key pinned alone it
 * matches too, though the server did not send it. Cross-signed chains and signers that are no CA are among those cases.
 */
final class PinsSuite implements Suite {

    PinsSuite() {}

    @Override
    public String name() {
        return "pins";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        boolean there = LimboFile.read(folder, LimboFile.CORE, report, limbo -> {
            TrustReport judged = Judge.judge(limbo, Judge.profile(limbo));
            Optional<ServerName> host = judged.request().serverName();
            if (host.isPresent() && host.get().kind() != ServerName.Kind.INVALID && !limbo.client()) {
                everythingPinned(limbo, judged, host.get(), report);
                anchorPinned(limbo, judged, host.get(), report);
            }
        });
        if (there) {
            patterns(report);
        }
    }

    private static void patterns(Report report) throws IOException {
        for (Map<String, String> row : Table.rows(Lists.text("pin-patterns.tsv"))) {
            String pattern = row.getOrDefault("pattern", "");
            String host = row.getOrDefault("host", "");
            boolean covers = HostPattern.parse(pattern).matches(ServerName.parse(host));
            String expected = row.getOrDefault("covers", "");
            report.check(expected.equals(covers ? "yes" : "no"), pattern + " " + host, expected, covers ? "yes" : "no");
        }
    }

    private static void everythingPinned(LimboCase limbo, TrustReport judged, ServerName host, Report report) {
        CertificateChain sent = judged.request().chain();
        PinPolicy.Builder builder = PinPolicy.builder();
        sent.certificates()
                .forEach(c -> builder.add(host.normalized(), Pin.of(c).toString()));
        if (sent.certificates().isEmpty()) {
            return;
        }
        PinReport pinned =
                builder.build().evaluate(host, judged, judged.request().at());
        PinOutcome expected = judged.trusted() ? PinOutcome.PINNED_MATCH : PinOutcome.NOT_TRUSTED;
        report.check(
                pinned.outcome() == expected,
                limbo.id() + ", all keys",
                expected.toString(),
                pinned.outcome().toString());
    }

    private static void anchorPinned(LimboCase limbo, TrustReport judged, ServerName host, Report report) {
        Optional<Anchor> anchor = judged.trusted() ? judged.anchor() : Optional.empty();
        if (anchor.isEmpty()) {
            return;
        }
        PinReport pinned = PinPolicy.builder()
                .add(host.normalized(), Pin.of(anchor.get().keyHash()).toString())
                .build()
                .evaluate(host, judged, judged.request().at());
        report.check(
                pinned.outcome() == PinOutcome.PINNED_MATCH,
                limbo.id() + ", the anchor's key",
                PinOutcome.PINNED_MATCH.toString(),
                pinned.outcome().toString());
    }
}
