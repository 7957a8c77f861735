package dev.interloper.boards.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.Purpose;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustProfile;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.certs.trust.TrustRequest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Has the library judge a case, every case alike but for the profile. */
final class Judge {

    /** When a case is judged that names no time: the day on which the suite was generated. */
    static final Instant DEFAULT_TIME = Instant.parse("2026-11-22T00:00:00Z");

    private static final int MOST_INTERMEDIATES = 100;

    private Judge() {}

    /** The profile of a core case, by the namespace of its id and by nothing else. */
    static TrustProfile profile(LimboCase limbo) {
        return limbo.id().startsWith("rfc5280::") ? TrustProfile.rfc5280() : TrustProfile.webPki();
    }

    /** The report; where several names are asked for, that of the first one that is refused. */
    static TrustReport judge(LimboCase limbo, TrustProfile profile) {
        TrustEvaluator.Builder builder =
                builder(limbo.anchors().stream().map(Pem::decode).toList(), profile);
        limbo.maxIntermediates().ifPresent(most -> builder.maxIntermediates(Math.min(most, MOST_INTERMEDIATES)));
        TrustEvaluator evaluator = builder.build();
        List<byte[]> chain = limbo.chain().stream().map(Pem::decode).toList();
        TrustRequest request =
                TrustRequest.of(CertificateChain.parse(chain), limbo.at().orElse(DEFAULT_TIME));
        if (limbo.client()) {
            request = request.withPurpose(Purpose.CLIENT);
        }
        if (limbo.serverName().isPresent()) {
            request = request.withServerName(ServerName.parse(limbo.serverName().get()));
        }
        request = SuppliedInputs.apply(request, limbo.crls(), false, PolicyInputs.NONE);
        List<TrustReport> reports = new ArrayList<>();
        for (String address : limbo.emailAddresses()) {
            reports.add(evaluator.evaluate(request.withEmailAddress(address)));
        }
        if (reports.isEmpty()) {
            return evaluator.evaluate(request);
        }
        return reports.stream().filter(report -> !report.trusted()).findFirst().orElse(reports.get(0));
    }

    /** An evaluator in the making that trusts exactly these anchors; those that do not parse are left out. */
    static TrustEvaluator.Builder builder(List<byte[]> anchors, TrustProfile profile) {
        List<X509Certificate> parsed = CertificateChain.parse(anchors).certificates();
        return TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("anchors", parsed))
                .profile(profile);
    }

    /** Every finding: of the report, and of each path. */
    static List<Finding> everyFinding(TrustReport report) {
        return Stream.concat(
                        report.findings().stream(), report.paths().stream().flatMap(path -> path.findings().stream()))
                .distinct()
                .toList();
    }
}
