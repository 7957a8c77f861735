package dev.interloper.boards.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.trust.TrustProfile;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.certs.trust.TrustRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** NIST's PKI test suite: certification paths with revocation lists and policies. */
final class PkitsSuite implements Suite {

    private static final String TESTS = "nist-pkits/pkits-testcases.json";

    /** When everything in the suite is valid that is meant to be: the day on which the data was published. */
    private static final Instant AT = Instant.parse("2011-04-14T00:00:00Z");

    PkitsSuite() {}

    @Override
    public String name() {
        return "pkits";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Path tests = folder.resolve(TESTS);
        if (!Files.isRegularFile(tests)) {
            report.absent("no " + TESTS);
            return;
        }
        TrustProfile profile = PkitsProfile.get();
        for (JsonNode node : new ObjectMapper().readTree(tests.toFile())) {
            PkitsCase test = PkitsCase.of(node);
            report.verdict(test.title(), test.mustPass(), judge(folder.resolve("nist-pkits"), test, profile));
        }
    }

    private static TrustReport judge(Path data, PkitsCase test, TrustProfile profile) throws IOException {
        List<byte[]> chain = new ArrayList<>();
        for (String name : test.certificates()) {
            chain.add(Files.readAllBytes(data.resolve("certs").resolve(name + ".crt")));
        }
        List<byte[]> anchor = List.of(chain.remove(0));
        Collections.reverse(chain);
        List<String> crls = new ArrayList<>();
        for (String name : test.crls()) {
            crls.add(Pem.encode(
                    "X509 CRL", Files.readAllBytes(data.resolve("crls").resolve(name + ".crl"))));
        }
        TrustRequest request = TrustRequest.of(CertificateChain.parse(chain), AT);
        return Judge.builder(anchor, profile)
                .build()
                .evaluate(SuppliedInputs.apply(request, crls, true, test.policies()));
    }
}
