package dev.interloper.boards.trust;

import dev.interloper.certs.trust.TrustProfile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * BetterTLS as limbo exports it: path building and name constraints.
 *
 * <p>Judged by {@link TrustProfile#lenient()}. What these cases vary is what clients do with paths and constraints; their
 * certificates come from one generator and do not claim to follow the Baseline Requirements, so that a profile which holds
 * them to those would refuse nearly all, for reasons that no case is about.
 */
final class BetterTlsSuite implements Suite {

    BetterTlsSuite() {}

    @Override
    public String name() {
        return "bettertls";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        LimboFile.read(folder, LimboFile.ALL, report, limbo -> {
            if (limbo.id().startsWith("bettertls::")) {
                report.verdict(limbo.id(), limbo.mustPass(), Judge.judge(limbo, TrustProfile.lenient()));
            }
        });
    }
}
