package dev.interloper.boards.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The cases of limbo's core that no other program judged right. */
final class LimboUnsolvedSuite implements Suite {

    LimboUnsolvedSuite() {}

    @Override
    public String name() {
        return "limbo unsolved";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Set<String> unsolved = Lists.unsolved();
        LimboFile.read(folder, LimboFile.CORE, report, limbo -> {
            if (unsolved.contains(limbo.id())) {
                report.verdict(limbo.id(), limbo.mustPass(), Judge.judge(limbo, Judge.profile(limbo)));
            }
        });
    }
}
