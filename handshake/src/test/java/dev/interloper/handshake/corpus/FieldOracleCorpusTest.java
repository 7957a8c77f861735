package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.MessageContext;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Fields of messages and extensions against what tshark reads; which messages there are is another test's matter. */
class FieldOracleCorpusTest {

    /**
     * Just under what was measured: 53,842 of 53,868 fields. The others, by class:
     * <ul>
     *   <li>key shares of a ClientHello with encrypted_server_name, whose own key share the oracle's field holds too (22);
     *   <li>ClientKeyExchanges of connections whose ServerHello was not captured, so that the cipher suite is not known (2);
     *   <li>extensions of made-up hellos that are malformed: an empty server_name, a tls_cert_with_extern_psk with data (2).
     * </ul>
     */
    private static final double FLOOR = 0.999;

    @Test
    void fieldsOfMessagesAndExtensions_agreeWithTheOracle() throws IOException {
        Path corpus = Corpora.require("tls");
        Map<String, int[]> counts = new TreeMap<>();
        List<String> disagreements = new ArrayList<>();
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            Path file = corpus.resolve(row.get("file"));
            for (String oracle : row.get("oracle").split(";", -1)) {
                boolean plain =
                        oracle.endsWith(".tshark.json") && !oracle.contains(".keys.") && !oracle.contains(".decodeas.");
                if (plain && Files.exists(file)) {
                    compare(file, Corpora.json(corpus.resolve(oracle)), counts, disagreements);
                }
            }
        }
        disagreements.stream().limit(200).forEach(line -> System.out.println("disagreement: " + line));
        counts.forEach((field, count) -> System.out.println(field + ": " + count[0] + "/" + count[1]));
        int agreed = counts.values().stream().mapToInt(count -> count[0]).sum();
        int all = counts.values().stream().mapToInt(count -> count[1]).sum();
        System.out.println("fields: " + agreed + "/" + all);
        assertThat(all).isGreaterThan(20_000);
        assertThat(agreed).isGreaterThanOrEqualTo((int) (FLOOR * all));
    }

    private static void compare(Path file, JsonNode oracle, Map<String, int[]> counts, List<String> disagreements)
            throws IOException {
        List<OracleRecord> records = new ArrayList<>();
        List<JsonNode> nodes = new ArrayList<>();
        for (JsonNode json : oracle.get("handshakes")) {
            OracleRecord theirs = new OracleRecord(json);
            if (theirs.isComparable() && theirs.isTlsOverTcp()) {
                records.add(theirs);
                nodes.add(json);
            }
        }
        if (records.isEmpty()) {
            return;
        }
        for (Handshake handshake : Capture.file(file).handshakes()) {
            MessageContext context = MessageContext.of(Protocol.TLS);
            for (HandshakeMessage message : handshake.messages()) {
                long frame = OracleRecord.completingFrame(handshake, message);
                for (int i = 0; i < records.size(); i++) {
                    OracleRecord theirs = records.get(i);
                    if (theirs.frame() == frame && theirs.isOf(handshake, message) && theirs.hasSameShape(message)) {
                        HandshakeMessage ours =
                                MessageParser.parse(message.type(), message.body(), message.provenance(), context);
                        String where = file.getFileName() + " " + theirs + ": ";
                        new FieldOracle(nodes.get(i), counts, disagreements, where).compare(ours);
                        records.remove(i);
                        nodes.remove(i);
                        break;
                    }
                }
                if (message instanceof ServerHello hello) {
                    context = context.withVersion(hello.selectedVersion()).withCipherSuite(hello.cipherSuite());
                }
            }
        }
    }
}
