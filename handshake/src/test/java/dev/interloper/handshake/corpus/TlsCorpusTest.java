package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.message.HandshakeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Captures of other projects' TLS tests, against what tshark reads in them. */
class TlsCorpusTest {

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    /**
     * Just under what was measured: 11,008 of 11,018 messages that can be compared. The others, by class:
     * <ul>
     *   <li>an application protocol's name that is not ASCII, which the oracle's JSON replaced (1);
     *   <li>empty ServerHellos, which the oracle lists without saying that they are malformed, as we do (2);
     *   <li>a made-up ClientHello that the oracle lists although lengths in it contradict each other (2);
     *   <li>certificates whose DER is shorter than the certificate field: the oracle hashes what the DER says, we keep what the field
     *       holds (2);
     *   <li>a ServerHello of draft 14 of TLS 1.3, whose form neither reads: the oracle invents a cipher suite (1);
     *   <li>a PROXY protocol line before the ClientHello, of a connection whose start was not captured (1).
     * </ul>
     */
    private static final double FLOOR = 0.999;

    @Test
    void everyCapture_isReadWithoutException() throws IOException {
        Path corpus = Corpora.require("tls");
        int read = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            if (row.get("oracle").isEmpty()) {
                continue;
            }
            Capture capture = Capture.file(corpus.resolve(row.get("file")));
            List<Handshake> handshakes = assertTimeoutPreemptively(GENEROUS, capture::handshakes, row.get("file"));
            assertThat(handshakes)
                    .allSatisfy(handshake ->
                            assertThat(FlightShape.of(handshake).toString()).isNotEmpty());
            read++;
        }
        assertThat(read).isGreaterThan(700);
    }

    @Test
    void messagesInScope_agreeWithTheOracle() throws IOException {
        Path corpus = Corpora.require("tls");
        Agreement agreement = new Agreement();
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            Path file = corpus.resolve(row.get("file"));
            for (String oracle : row.get("oracle").split(";", -1)) {
                if (oracle.endsWith(".tshark.json") && !oracle.contains(".keys.") && !oracle.contains(".decodeas.")) {
                    agreement.capture(row.get("file"), file, Corpora.json(corpus.resolve(oracle)));
                }
            }
        }
        agreement.print();
        assertThat(agreement.fullyAgreed).isGreaterThanOrEqualTo(60);
        assertThat(agreement.messages).isGreaterThan(10_000);
        assertThat(agreement.agreed).isGreaterThanOrEqualTo((int) (FLOOR * agreement.messages));
    }

    private static final class Agreement {

        private int captures;
        private int fullyAgreed;
        private int messages;
        private int agreed;
        private final List<String> outOfScope = new ArrayList<>();
        private final List<String> disagreements = new ArrayList<>();

        void capture(String name, Path file, JsonNode oracle) throws IOException {
            List<OracleRecord> records = new ArrayList<>();
            for (JsonNode json : oracle.get("handshakes")) {
                records.add(new OracleRecord(json));
            }
            if (records.stream().noneMatch(OracleRecord::isComparable) || !Files.exists(file)) {
                return;
            }
            String why = whyOutOfScope(file, records);
            if (!why.isEmpty()) {
                outOfScope.add(name + ": " + why);
                return;
            }
            captures++;
            int before = disagreements.size();
            List<Handshake> ours = Capture.file(file).handshakes();
            List<HandshakeMessage> taken = new ArrayList<>();
            for (OracleRecord theirs : records) {
                if (theirs.isComparable()) {
                    compare(name, theirs, ours, taken);
                }
            }
            if (disagreements.size() == before) {
                fullyAgreed++;
            }
        }

        private static String whyOutOfScope(Path file, List<OracleRecord> records) throws IOException {
            if (!records.stream().allMatch(OracleRecord::isTlsOverTcp)) {
                return "not only TLS over TCP";
            }
            FrameScope scope = FrameScope.of(file);
            if (scope.hasSecrets()) {
                return "decrypted by a key log inside the capture";
            }
            if (records.stream().anyMatch(record -> scope.startsInAnotherProtocol(record.frame()))) {
                return "another protocol before TLS";
            }
            return "";
        }

        private void compare(String name, OracleRecord theirs, List<Handshake> ours, List<HandshakeMessage> taken) {
            messages++;
            String reason = "not found";
            for (Handshake handshake : ours) {
                for (HandshakeMessage message : handshake.messages()) {
                    if (theirs.isOf(handshake, message)
                            && theirs.hasSameShape(message)
                            && taken.stream().noneMatch(other -> other == message)) {
                        long frame = OracleRecord.completingFrame(handshake, message);
                        String difference = theirs.difference(message);
                        if (frame == theirs.frame() && difference.isEmpty()) {
                            taken.add(message);
                            agreed++;
                            return;
                        }
                        reason = difference.isEmpty() ? "frame " + frame : difference;
                    }
                }
            }
            disagreements.add(name + ": " + theirs + ": " + reason);
        }

        void print() {
            outOfScope.forEach(line -> System.out.println("out of scope: " + line));
            disagreements.forEach(line -> System.out.println("disagreement: " + line));
            System.out.println("oracle: " + agreed + "/" + messages + " messages in " + captures + " captures ("
                    + fullyAgreed + " agree fully, " + outOfScope.size() + " out of scope)");
        }
    }
}
