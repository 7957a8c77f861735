package dev.interloper.certs.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measures verification on other projects' vectors and on recorded connections: {@code -Dinterloper.corpora=FOLDER}. */
class TransparencyCorpusTest {
    private static final Instant THEN = Instant.parse("2019-01-01T00:00:00Z");

    private final Map<String, int[]> score = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private Path corpora = Path.of("");
    private Path vectors = Path.of("");

    @BeforeEach
    void findCorpora() {
        String folder = System.getProperty("interloper.corpora");
        assumeTrue(folder != null, "skipped: -Dinterloper.corpora=FOLDER is not set");
        corpora = Path.of(String.valueOf(folder));
        vectors = corpora.resolve("certs/ct/testdata");
    }

    @AfterEach
    void print() {
        score.forEach((kind, s) -> System.out.println("ct " + kind + ": " + s[0] + "/" + s[1]));
    }

    private void expect(String kind, String what, boolean passed) {
        int[] s = score.computeIfAbsent(kind, k -> new int[2]);
        s[1]++;
        if (passed) {
            s[0]++;
        } else {
            failures.add(kind + ": " + what);
        }
    }

    private void assertAllPassed() {
        assertThat(score).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private CertificateChain chain(String... files) throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String file : files) {
            try (var in = Files.newInputStream(vectors.resolve(file))) {
                for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    certificates.add((X509Certificate) c);
                }
            }
        }
        return CertificateChain.of(certificates);
    }

    private LogList logs(String... publicKeys) throws IOException {
        StringBuilder json = new StringBuilder();
        for (String file : publicKeys) {
            String key = Files.readString(vectors.resolve(file)).replaceAll("-----[^-]+-----|\\s", "");
            String id = Base64.getEncoder()
                    .encodeToString(Hashes.sha256(Base64.getDecoder().decode(key)));
            json.append(json.isEmpty() ? "" : ", ")
                    .append("{\"log_id\": \"" + id + "\", \"key\": \"" + key + "\", \"state\": {\"usable\": {}}}");
        }
        return LogList.parse("{\"log_list_timestamp\": \"" + THEN + "\", \"operators\": [{\"name\": \"X\", \"logs\": ["
                + json + "]}]}");
    }

    private String proof(String file) throws IOException {
        return TestLog.hexListOf(Files.readAllBytes(vectors.resolve(file)));
    }

    private static boolean allAre(TransparencyReport report, SctStatus status, int many) {
        return report.count(status) == many && report.results().size() == many;
    }

    @Test
    void evaluate_proofsBesideCertificates_verify() throws Exception {
        proof("x509", "ct-server-key-public.pem", "test-cert.proof", "test-cert.pem", "ca-cert.pem");
        proof(
                "x509",
                "ct-server-key-public.pem",
                "test-intermediate-cert.proof",
                "test-intermediate-cert.pem",
                "intermediate-cert.pem");
        proof("x509 rsa log", "rsa/ct-server-key-public-rsa.pem", "rsa/test-cert-rsa.proof", "test-cert.pem");
        String key = "ct-server-key-public.pem";
        proof("precert", key, "test-embedded-pre-cert.proof", "test-embedded-pre-cert.pem", "ca-cert.pem");
        proof(
                "precert",
                key,
                "test-embedded-with-intermediate-pre-cert.proof",
                "test-embedded-with-intermediate-pre-cert.pem",
                "intermediate-cert.pem",
                "ca-cert.pem");
        proof(
                "precert rsa log",
                "rsa/ct-server-key-public-rsa.pem",
                "rsa/test-embedded-pre-cert-rsa.proof",
                "test-embedded-pre-cert.pem",
                "ca-cert.pem");
        proof(
                "preca",
                key,
                "test-embedded-with-preca-pre-cert.proof",
                "test-embedded-with-preca-pre-cert.pem",
                "ca-pre-cert.pem",
                "ca-cert.pem");
        proof(
                "preca",
                key,
                "test-embedded-with-intermediate-preca-pre-cert.proof",
                "test-embedded-with-intermediate-preca-pre-cert.pem",
                "intermediate-pre-cert.pem",
                "intermediate-cert.pem",
                "ca-cert.pem");
        assertAllPassed();
    }

    /** Verifies by both channels that bring proofs; and does not with the proof's last octet changed, or for another. */
    private void proof(String kind, String key, String proof, String... certificates) throws Exception {
        TransparencyEvaluator evaluator = TransparencyEvaluator.of(logs(key));
        TransparencyRequest request = TransparencyRequest.of(chain(certificates), THEN);
        String hex = proof(proof);
        expect(kind, proof, allAre(evaluator.evaluate(request.withTlsScts(hex)), SctStatus.VALID, 1));
        expect(kind, proof, allAre(evaluator.evaluate(request.withOcspScts(hex)), SctStatus.VALID, 1));
        byte[] changed = HexFormat.of().parseHex(hex);
        changed[changed.length - 1] ^= 1;
        TransparencyReport damaged =
                evaluator.evaluate(request.withTlsScts(HexFormat.of().formatHex(changed)));
        expect(kind + ", damaged", proof, allAre(damaged, SctStatus.INVALID_SIGNATURE, 1));
        TransparencyRequest other = TransparencyRequest.of(chain("google-cert.pem"), THEN);
        TransparencyReport misused = evaluator.evaluate(other.withTlsScts(hex));
        expect(kind + ", of another", proof, allAre(misused, SctStatus.INVALID_SIGNATURE, 1));
    }

    @Test
    void evaluate_embedded_verify() throws Exception {
        LogList logs = logs(
                "ct-server-key-public.pem",
                "google-ct-pilot-server-key-public.pem",
                "google-ct-skydiver-server-key-public.pem",
                "digicert-ct-server-key-public.pem");
        TransparencyEvaluator evaluator = TransparencyEvaluator.of(logs);
        expect("embedded", "plain", verified(evaluator, 1, "test-embedded-cert.pem", "ca-cert.pem"));
        expect("embedded preca", "root", verified(evaluator, 1, "test-embedded-with-preca-cert.pem", "ca-cert.pem"));
        expect(
                "embedded preca",
                "intermediate",
                verified(evaluator, 1, "test-embedded-with-intermediate-preca-cert.pem", "intermediate-cert.pem"));
        expect("embedded real", "github", verified(evaluator, 3, "github-chain.pem"));
        TransparencyReport forged = evaluator.evaluate(chain("test-invalid-embedded-cert.pem", "ca-cert.pem"), THEN);
        expect("embedded invalid", "copied", forged.forged() == 1 && forged.verified() == 0);
        for (String alone : List.of("test-embedded-cert.pem", "test-embedded-with-preca-cert.pem")) {
            TransparencyReport report = evaluator.evaluate(chain(alone), THEN);
            expect("embedded, no issuer", alone, allAre(report, SctStatus.ISSUER_MISSING, 1));
        }
        TransparencyRequest wrong = TransparencyRequest.of(chain("test-embedded-cert.pem"), THEN)
                .withIssuerKey(
                        PublicKeyHash.of(chain("intermediate-cert.pem").leaf().orElseThrow()));
        expect("embedded, wrong issuer", "plain", evaluator.evaluate(wrong).forged() == 1);
        assertThat(evaluator.evaluate(chain("no-sct.badssl.com.pem"), THEN).results())
                .isEmpty();
        assertAllPassed();
    }

    private boolean verified(TransparencyEvaluator evaluator, int many, String... files) throws Exception {
        return allAre(evaluator.evaluate(chain(files), THEN), SctStatus.VALID, many);
    }

    @Test
    void evaluate_mitmproxysChain_isNotTakenForTheOriginal() throws Exception {
        TransparencyEvaluator evaluator = TransparencyEvaluator.of(
                logs("google-ct-skydiver-server-key-public.pem", "digicert-ct-server-key-public.pem"));
        TransparencyReport original = evaluator.evaluate(chain("mitmproxy-original-chain.pem"), THEN);
        TransparencyReport attack = evaluator.evaluate(chain("mitmproxy-attack-chain.pem"), THEN);

        expect("mitmproxy", "original", original.verified() == 1 && original.forged() == 0);
        expect("mitmproxy", "attack", attack.verified() == 0 && attack.results().isEmpty());
        expect(
                "mitmproxy",
                "no policy met",
                attack.policies().stream().noneMatch(p -> p.outcome() == PolicyOutcome.COMPLIANT));
        assertAllPassed();
    }

    @Test
    void parse_logLists_readOrSayWhere() throws Exception {
        for (String good : List.of("log_list.json", "log_list_tiled_logs.json", "log_list_valid_until.json")) {
            try (var in = Files.newInputStream(vectors.resolve("loglist/" + good))) {
                LogList list = LogList.parse(in);
                expect(
                        "log list",
                        good,
                        !list.logs().isEmpty()
                                && list.logs().stream().allMatch(l -> l.key().isPresent()));
            }
        }
        for (String bad : List.of("log_list_incomplete.json", "log_list_no_operator_name.json")) {
            String text = Files.readString(vectors.resolve("loglist/" + bad));
            boolean refused = false;
            try {
                LogList.parse(text);
            } catch (LogListException e) {
                refused = e.offset() > 0 && e.offset() <= text.length();
            }
            expect("log list, damaged", bad, refused);
        }
        assertAllPassed();
    }

    @Test
    void generate_sameList_givesTheCommittedTable() throws Exception {
        Path json = corpora.resolve("certs/ct/log_list.json");
        String generated = LogListGenerator.generate(json);

        assertThat(Path.of("src/main/resources/dev/interloper/certs/transparency/log-list.tsv"))
                .hasContent(generated);
        LogList table = LogListTable.read(new ByteArrayInputStream(generated.getBytes(StandardCharsets.UTF_8)));
        LogList list = LogList.parse(Files.readString(json));
        assertThat(table).isEqualTo(list);
    }

    @Test
    void evaluate_recordedConnections_tellOriginsFromForgeries() throws Exception {
        connections("interception");
        connections("interception-hard");
        assertAllPassed();
        assertThat(score.getOrDefault("interception, origins with SCTs", new int[2])[1])
                .isGreaterThan(100);
    }

    private void connections(String folder) throws Exception {
        Path base = corpora.resolve(folder);
        LogList logs = LogList.parse(Files.readString(base.resolve("pki/log_list.json")));
        TransparencyEvaluator evaluator = TransparencyEvaluator.of(logs);
        List<String> lines = Files.readAllLines(base.resolve("labels.tsv"));
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        Set<String> origins = new HashSet<>();
        lines.forEach(l -> origins.add(l.split("\t", -1)[columns.indexOf("origin_leaf_sha256")]));
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split("\t", -1);
            String presented = row[columns.indexOf("presented_leaf_sha256")];
            for (List<byte[]> der : CapturedCertificates.of(base.resolve(row[columns.indexOf("client_pcap")]))) {
                String leaf = HexFormat.of().formatHex(Hashes.sha256(der.get(0)));
                if (leaf.equals(presented)) {
                    judge(
                            folder,
                            row[0],
                            evaluator.evaluate(CertificateChain.parse(der), logs.date()),
                            row,
                            origins.contains(leaf));
                }
            }
        }
    }

    private void judge(String folder, String name, TransparencyReport report, String[] row, boolean origin) {
        if (origin && !report.results().isEmpty()) {
            boolean issuerSent = report.count(SctStatus.ISSUER_MISSING) == 0;
            String kind = folder + ", origins with SCTs" + (issuerSent ? "" : ", issuer not sent");
            expect(
                    kind,
                    name + " " + report,
                    report.forged() == 0
                            && report.verified()
                                    == (issuerSent ? report.results().size() : 0));
        } else if (row[1].equals("intercepted")) {
            String kind = folder + ", forgeries " + (report.results().isEmpty() ? "without" : "with") + " SCTs";
            expect(
                    kind,
                    name + " " + report,
                    report.verified() == 0
                            && report.forged() == report.results().size());
        }
    }
}
