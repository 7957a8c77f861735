package dev.interloper.boards.trust;

import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustProfile;
import dev.interloper.certs.trust.TrustReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * BetterTLS as limbo exports it: path building and name constraints.
 *
 * <p>Judged by {@link TrustProfile#lenient()}. What these cases vary is what clients do with paths and constraints; their
 * certificates come from one generator and do not claim to follow the Baseline Requirements, so that a profile which holds
 * them to those would refuse nearly all, for reasons that no case is about.
 *
 * <p>What counts is whether the checks accept a path ({@link TrustPath#accepted()}). The JDK's validator applies name
 * constraints to common names too, which RFC 5280 does not, and so refuses some chains that have to pass; the evaluator
 * trusts no path that it refuses, and how many cases that concerns is noted.
 */
final class BetterTlsSuite implements Suite {

    BetterTlsSuite() {}

    @Override
    public String name() {
        return "bettertls";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        AtomicInteger vetoed = new AtomicInteger();
        LimboFile.read(folder, LimboFile.ALL, report, limbo -> {
            if (limbo.id().startsWith("bettertls::")) {
                TrustReport judged = Judge.judge(limbo, TrustProfile.lenient());
                boolean accepted = judged.paths().stream().anyMatch(TrustPath::accepted);
                report.verdict(limbo.id(), limbo.mustPass(), accepted, judged.findings());
                vetoed.addAndGet(accepted && !judged.trusted() ? 1 : 0);
            }
        });
        report.note(vetoed + " cases that the checks accept are not trusted, since the JDK's validator refuses them");
    }
}
