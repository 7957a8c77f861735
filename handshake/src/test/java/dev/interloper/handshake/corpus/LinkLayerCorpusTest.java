package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.HandshakeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hellos of TLS over TCP behind every link layer and tunnel of the corpus: are they all found, with the innermost ends? */
class LinkLayerCorpusTest {

    /**
     * Just under what was measured: 5,796 of 5,932. None of the others is behind a header that is not read: their connections
     * start with another protocol (STARTTLS, SOCKS, OpenVPN, PROXY), or a ServerHello answers an SSLv2 ClientHello.
     */
    private static final double FLOOR = 0.977;

    @Test
    void hellosOfEveryCapture_areFoundBehindAllHeaders() throws IOException {
        Path corpus = Corpora.require("tls");
        int hellos = 0;
        int found = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            for (String oracle : row.get("oracle").split(";", -1)) {
                Path file = corpus.resolve(row.get("file"));
                boolean isPlain =
                        oracle.endsWith(".tshark.json") && !oracle.contains(".keys.") && !oracle.contains(".decodeas.");
                if (!isPlain || !Files.exists(file)) {
                    continue;
                }
                List<OracleRecord> wanted = hellos(Corpora.json(corpus.resolve(oracle)));
                List<String> missing = wanted.isEmpty() ? List.of() : missing(file, wanted);
                hellos += wanted.size();
                found += wanted.size() - missing.size();
                missing.forEach(hello -> System.out.println("not found: " + row.get("file") + ": " + hello));
            }
        }
        System.out.println("link layers: " + found + "/" + hellos + " hellos");
        assertThat(hellos).isGreaterThan(3000);
        assertThat(found).isGreaterThanOrEqualTo((int) (FLOOR * hellos));
    }

    private static List<OracleRecord> hellos(JsonNode oracle) {
        List<OracleRecord> hellos = new ArrayList<>();
        for (JsonNode json : oracle.get("handshakes")) {
            OracleRecord theirs = new OracleRecord(json);
            if (theirs.isComparable() && theirs.isTlsOverTcp() && (theirs.type() == 1 || theirs.type() == 2)) {
                hellos.add(theirs);
            }
        }
        return hellos;
    }

    private static List<String> missing(Path file, List<OracleRecord> wanted) {
        List<Handshake> ours = Capture.file(file).handshakes();
        List<HandshakeMessage> taken = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (OracleRecord theirs : wanted) {
            if (!isFound(theirs, ours, taken)) {
                missing.add(theirs.toString());
            }
        }
        return missing;
    }

    private static boolean isFound(OracleRecord theirs, List<Handshake> ours, List<HandshakeMessage> taken) {
        for (Handshake handshake : ours) {
            for (HandshakeMessage message : handshake.messages()) {
                if (theirs.isOf(handshake, message)
                        && theirs.hasSameShape(message)
                        && taken.stream().noneMatch(other -> other == message)) {
                    return taken.add(message);
                }
            }
        }
        return false;
    }
}
