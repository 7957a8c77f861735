package dev.interloper.boards.trust;

import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whether a core case that must fail does so for the right reason: not trusted, and an error with the right code. */
final class LimboCodesSuite implements Suite {

    LimboCodesSuite() {}

    @Override
    public String name() {
        return "limbo codes";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Map<String, List<String>> codes = Lists.codes();
        LimboFile.read(folder, LimboFile.CORE, report, limbo -> {
            if (!limbo.mustPass()) {
                check(limbo, codes.getOrDefault(limbo.id(), List.of()), report);
            }
        });
    }

    private static void check(LimboCase limbo, List<String> acceptable, Report report) {
        TrustReport judged = Judge.judge(limbo, Judge.profile(limbo));
        List<String> errors = Judge.everyFinding(judged).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code().name())
                .distinct()
                .toList();
        if (!judged.trusted() && errors.stream().anyMatch(acceptable::contains)) {
            report.pass();
        } else {
            String expected = acceptable.isEmpty() ? "a code that is not in the list" : String.join(" or ", acceptable);
            report.fail(limbo.id(), expected, judged.trusted() ? "trusted" : errors.toString(), judged.findings());
        }
    }
}
