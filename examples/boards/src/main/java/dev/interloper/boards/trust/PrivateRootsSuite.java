package dev.interloper.boards.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.certs.trust.TrustRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** Whether each private root of the corpora, and of the interception corpora beside them, is classed as local. */
final class PrivateRootsSuite implements Suite {

    PrivateRootsSuite() {}

    @Override
    public String name() {
        return "private roots";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Map<X509Certificate, String> roots = PrivateRoots.of(folder);
        if (roots.isEmpty()) {
            report.absent("no private root");
        }
        TrustEvaluator evaluator = TrustEvaluator.create();
        roots.forEach((root, where) -> {
            TrustReport judged =
                    evaluator.evaluate(TrustRequest.of(CertificateChain.of(List.of(root)), Judge.DEFAULT_TIME));
            AnchorClass found = judged.anchorClass();
            String name = where + ": " + root.getSubjectX500Principal();
            report.check(found == AnchorClass.LOCAL, name, AnchorClass.LOCAL.name(), found.name());
        });
    }
}
