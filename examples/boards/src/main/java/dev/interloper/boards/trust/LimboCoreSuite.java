package dev.interloper.boards.trust;

import dev.interloper.certs.trust.TrustReport;
import java.io.IOException;
import java.nio.file.Path;

/** The core of x509-limbo: {@code rfc5280::} by RFC 5280, everything else by the WebPKI profile. */
final class LimboCoreSuite implements Suite {

    LimboCoreSuite() {}

    @Override
    public String name() {
        return "limbo core";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        LimboFile.read(folder, LimboFile.CORE, report, limbo -> {
            TrustReport judged = Judge.judge(limbo, Judge.profile(limbo));
            report.verdict(limbo.id(), limbo.mustPass(), judged);
            report.tally(limbo.mustPass(), Judge.everyFinding(judged));
        });
    }
}
