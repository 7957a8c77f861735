package dev.interloper.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.trust.AnchorSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandTest {

    private static final String OTHER = "www.example.org";

    @TempDir
    private Path parent;

    private TinyTrust tiny;
    private int status;
    private String errors = "";

    @BeforeEach
    void makeFolder() throws IOException {
        tiny = new TinyTrust(parent.resolve("certs"));
    }

    private List<String> run(String... options) {
        List<String> args =
                new ArrayList<>(List.of("trust", parent.resolve("certs").toString()));
        args.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        status = Boards.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(new String[0]));
        errors = err.toString();
        return out.toString().lines().toList();
    }

    @Test
    void emptyFolder_leavesEverySuiteOut_andSaysSo() {
        assertThat(run()).containsExactly("trust: 0/0");
        assertThat(status).isZero();
        assertThat(errors.lines())
                .containsExactly(
                        "suite limbo core: left out: no x509-limbo/limbo-core.json",
                        "suite limbo unsolved: left out: no x509-limbo/limbo-core.json",
                        "suite limbo codes: left out: no x509-limbo/limbo-core.json",
                        "suite bettertls: left out: no x509-limbo/limbo.json.gz",
                        "suite pkits: left out: no nist-pkits/pkits-testcases.json",
                        "suite public roots: left out: no public-roots/public-roots-union.tsv",
                        "suite private roots: left out: no private root",
                        "suite pathological: left out: no x509-limbo/limbo-core.json",
                        "suite ct: left out: no ct/testdata",
                        "suite attack chain: left out: no ct/testdata/mitmproxy-attack-chain.pem",
                        "suite pins: left out: no x509-limbo/limbo-core.json");
    }

    @Test
    void rightVerdicts_pass_inEachSuiteThatHasThem() throws IOException {
        tiny.limbo("webpki::good", TinyTrust.HOST, "SUCCESS")
                .limbo("webpki::san::mismatch-domain-san", OTHER, "FAILURE")
                .writeCore();
        assertThat(run())
                .containsExactly(
                        "suite limbo core: 2/2",
                        "suite limbo unsolved: 0/0",
                        "suite limbo codes: 1/1",
                        "suite private roots: 1/1",
                        "suite pathological: 2/2",
                        "suite pins: 20/20",
                        "trust: 26/26");
        assertThat(errors).contains("suite pathological: slowest: webpki::");
    }

    @Test
    void wrongVerdicts_areMarked_andShownWithTheirFindings() throws IOException {
        tiny.limbo("rfc5280::good", TinyTrust.HOST, "FAILURE")
                .limbo("webpki::other", OTHER, "SUCCESS")
                .writeCore();
        List<String> lines = run("--suites", "limbo core", "--disagreements");
        assertThat(lines)
                .startsWith(
                        "suite limbo core: 0/2",
                        "  FA rfc5280::good: expected not trusted, found trusted",
                        "  FR webpki::other: expected trusted, found not trusted")
                .endsWith("trust: 0/2");
        assertThat(lines).anyMatch(line -> line.startsWith("    ERROR HOSTNAME_MISMATCH: "));
        assertThat(run("--suites", "limbo core")).containsExactly("suite limbo core: 0/2", "trust: 0/2");
    }

    @Test
    void fractionOfASecond_isKept() throws IOException {
        tiny.limbo("webpki::early", TinyTrust.HOST, "FAILURE", "\"2026-04-30T23:59:59.999+00:00\"")
                .limbo("webpki::first", TinyTrust.HOST, "SUCCESS", "\"2026-05-01T00:00:00.001+00:00\"")
                .writeCore();
        assertThat(run("--suites", "limbo core")).containsExactly("suite limbo core: 2/2", "trust: 2/2");
    }

    @Test
    void rightVerdictForAnotherReason_hasNotTheRightCode() throws IOException {
        tiny.limbo("webpki::v1-cert", OTHER, "FAILURE")
                .limbo("webpki::not-in-the-list", OTHER, "FAILURE")
                .writeCore();
        assertThat(run("--suites", "limbo core,limbo codes", "--disagreements"))
                .contains(
                        "suite limbo core: 2/2",
                        "suite limbo codes: 0/2",
                        "  webpki::v1-cert: expected CERTIFICATE_VERSION, found [HOSTNAME_MISMATCH]",
                        "  webpki::not-in-the-list: expected a code that is not in the list, found [HOSTNAME_MISMATCH]");
    }

    @Test
    void findings_areCountedByCase_betweenTheSuitesAndTheTotal() throws IOException {
        tiny.limbo("webpki::one", OTHER, "FAILURE")
                .limbo("webpki::two", OTHER, "FAILURE")
                .limbo("webpki::three", OTHER, "SUCCESS")
                .writeCore();
        List<String> lines = run("--suites", "limbo core,limbo codes", "--findings");
        assertThat(lines.get(2)).matches("finding +must fail +must pass");
        assertThat(lines).anyMatch(line -> line.matches("HOSTNAME_MISMATCH +2 +1"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("trust: 2/5");
    }

    @Test
    void minimum_notReached_failsTheRun() throws IOException {
        tiny.limbo("webpki::good", TinyTrust.HOST, "SUCCESS")
                .limbo("webpki::other", OTHER, "SUCCESS")
                .writeCore();
        run("--suites", "limbo core", "--minimum", "0.5");
        assertThat(status).isZero();
        run("--suites", "limbo core", "--minimum", "0.51");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void unsolved_takesOnlyTheCasesOfItsList() throws IOException {
        tiny.limbo("webpki::cn::not-in-san", OTHER, "FAILURE")
                .limbo("webpki::other", OTHER, "FAILURE")
                .writeCore();
        assertThat(run("--suites", "limbo unsolved")).containsExactly("suite limbo unsolved: 1/1", "trust: 1/1");
    }

    @Test
    void betterTls_takesOnlyItsOwnCases_fromTheLargeFile() throws IOException {
        tiny.limbo("bettertls::nameconstraints::tc0", TinyTrust.HOST, "SUCCESS")
                .limbo("bettertls::nameconstraints::tc1", OTHER, "FAILURE")
                .limbo("webpki::good", TinyTrust.HOST, "SUCCESS")
                .writeAll();
        assertThat(run("--suites", "bettertls")).containsExactly("suite bettertls: 2/2", "trust: 2/2");
    }

    @Test
    void pkits_readsAnchorFirst_andLeafLast() throws IOException {
        String folder = "nist-pkits/";
        tiny.write(folder + "certs/Root.crt", tiny.rootCertificate());
        tiny.write(folder + "certs/Leaf.crt", tiny.leafCertificate());
        tiny.write(folder + "pkits-testcases.json", """
                [{"title": "1", "certs": ["Root", "Leaf"], "crls": [], "info": {"should_validate": "true"}},
                 {"title": "2", "certs": ["Leaf", "Leaf"], "crls": [], "info": {"should_validate": "true"}}]
                """);
        // judged in 2011, when this leaf was not valid yet
        assertThat(run("--suites", "pkits", "--disagreements"))
                .contains("suite pkits: 0/2", "  FR 1: expected trusted, found not trusted")
                .anyMatch(line -> line.startsWith("    ERROR NOT_YET_VALID: "))
                .anyMatch(line -> line.startsWith("    ERROR ISSUER_NOT_FOUND: "));
    }

    @Test
    void publicRoots_areThoseOfUsableRows() throws IOException {
        String known = AnchorSet.bundledPublicRoots().anchors().get(0).keyHash().hex();
        tiny.write(
                "public-roots/public-roots-union.tsv",
                "#spki_sha256\tcert_sha256(s)\tsources\textra\tsubject\n" + known + "\t\tnss\t\t\n" + "a".repeat(64)
                        + "\t\tnss\t\t\n" + "b".repeat(64) + "\t\tembedded(UNVERIFIED)\t\t\n");
        assertThat(run("--suites", "public roots", "--disagreements"))
                .containsExactly(
                        "suite public roots: 1/2",
                        "  " + "a".repeat(64) + ": expected public, found not listed",
                        "trust: 1/2");
    }

    @Test
    void privateRoots_areSelfSigned_unlisted_andCountedOnce() throws IOException {
        String chain = TinyTrust.pem(tiny.leafCertificate()) + TinyTrust.pem(tiny.rootCertificate());
        TinyTrust neighbour = new TinyTrust(parent.resolve("interception-lab"));
        tiny.write("badssl/chain.pem", chain);
        tiny.write("ct/testdata/same.pem", chain);
        neighbour.write("ca/proxy.pem", TinyTrust.pem(neighbour.rootCertificate()));
        assertThat(run("--suites", "private roots")).containsExactly("suite private roots: 2/2", "trust: 2/2");

        String key = PublicKeyHash.of(CertificateChain.parse(List.of(tiny.rootCertificate()))
                        .leaf()
                        .orElseThrow())
                .hex();
        tiny.write("public-roots/public-roots-union.tsv", "#spki_sha256\tsources\n" + key + "\tnss\n");
        assertThat(run("--suites", "private roots")).containsExactly("suite private roots: 1/1", "trust: 1/1");
    }

    @Test
    void unknownSuite_isAMistakeOfUse() {
        assertThat(run("--suites", "limbo core,lymbo")).isEmpty();
        assertThat(status).isEqualTo(2);
        assertThat(errors).contains("no suite 'lymbo'").contains("limbo unsolved");
    }

    @Test
    void noFolder_isAMistakeOfUse() {
        StringWriter err = new StringWriter();
        int wrong = Boards.run(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                "trust",
                parent.resolve("none").toString());
        assertThat(wrong).isEqualTo(2);
        assertThat(err.toString()).contains("no such directory");
    }
}
