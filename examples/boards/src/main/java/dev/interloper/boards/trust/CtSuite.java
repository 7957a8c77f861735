package dev.interloper.boards.trust;

import dev.interloper.boards.corpus.Table;
import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.transparency.LogListException;
import dev.interloper.certs.transparency.SctStatus;
import dev.interloper.certs.transparency.TransparencyEvaluator;
import dev.interloper.certs.transparency.TransparencyReport;
import dev.interloper.certs.transparency.TransparencyRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Vectors of Certificate Transparency, as its first implementation published them: a proof has to verify in both channels
 * that bring proofs, and neither when an octet of it is changed nor for another certificate; embedded timestamps have to
 * verify, and those copied from another certificate must not. The rows lie beside this class.
 */
final class CtSuite implements Suite {
    private static final Instant AT = Instant.parse("2019-01-01T00:00:00Z");
    private static final String OTHER = "google-cert.pem";

    CtSuite() {}

    @Override
    public String name() {
        return "ct";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Path vectors = folder.resolve("ct").resolve("testdata");
        if (!Files.isDirectory(vectors)) {
            report.absent("no ct/testdata");
            return;
        }
        for (Map<String, String> row : Table.rows(Lists.text("ct-vectors.tsv"))) {
            TransparencyEvaluator evaluator = TransparencyEvaluator.of(logs(vectors, split(row, "key")));
            CertificateChain chain = chain(vectors, split(row, "certificates"));
            String proof = row.getOrDefault("proof", "");
            if (proof.isEmpty()) {
                embedded(row, evaluator.evaluate(chain, AT), report);
            } else {
                proof(vectors, proof, evaluator, chain, report);
            }
        }
    }

    private static void embedded(Map<String, String> row, TransparencyReport judged, Report report) {
        int all = judged.results().size();
        boolean right = switch (row.getOrDefault("kind", "")) {
            case "none" -> all == 0;
            case "copied" -> judged.forged() == all && all > 0;
            case "original" -> // the vectors have not the keys of all its logs
                judged.verified() > 0 && judged.verified() + judged.count(SctStatus.UNKNOWN_LOG) == all;
            default -> judged.verified() == all && all > 0;
        };
        report.check(right, row.getOrDefault("certificates", ""), row.getOrDefault("kind", ""), judged.toString());
    }

    private static void proof(
            Path vectors, String proof, TransparencyEvaluator evaluator, CertificateChain chain, Report report)
            throws IOException {
        byte[] list = listOf(Files.readAllBytes(vectors.resolve(proof)));
        TransparencyRequest request = TransparencyRequest.of(chain, AT);
        String hex = HexFormat.of().formatHex(list);
        expect(report, proof, SctStatus.VALID, evaluator.evaluate(request.withTlsScts(hex)));
        expect(report, proof, SctStatus.VALID, evaluator.evaluate(request.withOcspScts(hex)));
        list[list.length - 1] ^= 1;
        String damaged = HexFormat.of().formatHex(list);
        expect(
                report,
                proof + ", damaged",
                SctStatus.INVALID_SIGNATURE,
                evaluator.evaluate(request.withTlsScts(damaged)));
        TransparencyRequest other = TransparencyRequest.of(chain(vectors, List.of(OTHER)), AT);
        expect(report, proof + ", of another", SctStatus.INVALID_SIGNATURE, evaluator.evaluate(other.withTlsScts(hex)));
    }

    private static void expect(Report report, String name, SctStatus status, TransparencyReport judged) {
        boolean right = judged.results().size() == 1 && judged.count(status) == 1;
        report.check(right, name, status.toString(), judged.toString());
    }

    /** A SignedCertificateTimestampList of one (RFC 6962 3.3). */
    private static byte[] listOf(byte[] sct) {
        byte[] list = new byte[sct.length + 4];
        list[0] = (byte) ((sct.length + 2) >> 8);
        list[1] = (byte) (sct.length + 2);
        list[2] = (byte) (sct.length >> 8);
        list[3] = (byte) sct.length;
        System.arraycopy(sct, 0, list, 4, sct.length);
        return list;
    }

    private static List<String> split(Map<String, String> row, String column) {
        return List.of(row.getOrDefault(column, "").split("\\|", -1));
    }

    private static CertificateChain chain(Path vectors, List<String> files) throws IOException {
        List<byte[]> der = new ArrayList<>();
        for (String file : files) {
            Pem.all(Files.readString(vectors.resolve(file))).forEach(der::add);
        }
        return CertificateChain.parse(der);
    }

    /** A list of logs with these keys, all usable. */
    private static LogList logs(Path vectors, List<String> keys) throws IOException {
        List<String> logs = new ArrayList<>();
        for (String file : keys) {
            byte[] key = Pem.decode(Files.readString(vectors.resolve(file)));
            logs.add("{\"log_id\": \"" + Digests.sha256Base64(key) + "\", \"key\": \"" + Digests.base64(key)
                    + "\", \"state\": {\"usable\": {}}}");
        }
        try {
            return LogList.parse("{\"log_list_timestamp\": \"" + AT
                    + "\", \"operators\": [{\"name\": \"X\", \"logs\": [" + String.join(", ", logs) + "]}]}");
        } catch (LogListException e) {
            throw new IOException(e);
        }
    }
}
