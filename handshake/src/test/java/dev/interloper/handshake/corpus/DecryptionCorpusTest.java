package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.crypto.RecordDriver;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Captures of TLS over TCP with their key logs, against what tshark reads with the same secrets. */
class DecryptionCorpusTest {

    /** A handshake message as both sides know it. */
    private record Seen(int type, int length, List<String> certificates) {}

    @Test
    void keyedCaptures_agreeWithTheOracle() throws IOException {
        Path corpus = Corpora.require("tls");
        int captures = 0;
        int agreeing = 0;
        int messages = 0;
        int agreed = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("keys.tsv"))) {
            JsonNode oracle = Corpora.json(corpus.resolve(row.get("oracle"))).get("handshakes");
            List<Seen> expected = new ArrayList<>();
            boolean overTcp = true;
            for (JsonNode message : oracle) {
                overTcp &= message.get("proto").asText().equals("tls");
                if (message.hasNonNull("length")) { // not a hello of SSL 2.0's form, nor what was not decrypted
                    List<String> hashes = new ArrayList<>();
                    message.path("certs")
                            .forEach(certificate ->
                                    hashes.add(certificate.get("sha256").asText()));
                    expected.add(new Seen(
                            message.get("type").asInt(), message.get("length").asInt(), hashes));
                }
            }
            if (!overTcp) {
                continue;
            }
            captures++;
            KeyLog log = KeyLog.file(corpus.resolve(row.get("keylog")));
            List<Seen> ours = new ArrayList<>();
            for (TcpStreams.Connection connection : TcpStreams.of(corpus.resolve(row.get("capture")))) {
                for (RecordDriver.Message message : read(connection, log).messages()) {
                    ours.add(new Seen(message.type(), message.body().length(), hashes(message.parsed())));
                }
            }
            messages += expected.size();
            List<Seen> missing = new ArrayList<>(expected);
            ours.forEach(missing::remove);
            agreed += expected.size() - missing.size();
            if (missing.isEmpty() && ours.size() == expected.size()) {
                agreeing++;
            } else {
                System.out.println("disagreement: " + row.get("capture") + ": missing " + missing + ", ours "
                        + ours.size() + ", theirs " + expected.size());
            }
        }
        System.out.println("decryption: " + agreed + "/" + messages + " messages, " + agreeing + "/" + captures
                + " captures agree fully");
        assertThat(agreeing).isEqualTo(captures);
        assertThat(captures).isGreaterThanOrEqualTo(12);
    }

    private static List<String> hashes(HandshakeMessage message) {
        List<String> hashes = new ArrayList<>();
        if (message instanceof CertificateMessage certificates) {
            certificates.entries().forEach(entry -> hashes.add(sha256(entry.der())));
        }
        return hashes;
    }

    private static String sha256(Bytes bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Bytes.copyOf(digest.digest(bytes.toByteArray())).hex();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordDriver read(TcpStreams.Connection connection, KeyLog log) {
        RecordDriver driver = new RecordDriver(log);
        connection.chunks.forEach(
                chunk -> driver.feed(chunk.direction(), chunk.bytes().toByteArray()));
        return driver;
    }

    @Test
    void illustratedTls13_isReadByteForByte() throws IOException {
        Path corpus = Corpora.require("tls");
        Path folder = corpus.resolve("illustrated-tls13/captures");
        KeyLog log = KeyLog.file(folder.resolve("keylog.txt"));
        TcpStreams.Connection connection =
                TcpStreams.of(folder.resolve("capture.pcap")).get(0);
        RecordDriver driver = read(connection, log);

        List<String> files = List.of(
                "clienthello",
                "serverhello",
                "serverextensions",
                "servercert",
                "servercertverify",
                "serverfinished",
                "clientfinished",
                "serverticket1",
                "serverticket2");
        assertThat(driver.messages()).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            RecordDriver.Message message = driver.messages().get(i);
            String theirs = Bytes.copyOf(Files.readAllBytes(folder.resolve("caps/" + files.get(i))))
                    .hex();
            String ours =
                    String.format("%02x%06x", message.type(), message.body().length())
                            + message.body().hex();
            // the hellos' files hold the record's header, the others the inner content type
            assertThat(message.decrypted() ? theirs : theirs.substring(10))
                    .isEqualTo(message.decrypted() ? ours + "16" : ours);
        }
        for (Direction direction : Direction.values()) {
            String name = direction == Direction.CLIENT_TO_SERVER ? "clientdata" : "serverdata";
            String theirs = Bytes.copyOf(Files.readAllBytes(folder.resolve("caps/" + name)))
                    .hex();
            assertThat(driver.data(direction)).isNotEmpty();
            assertThat(theirs)
                    .as(name)
                    .isEqualTo(Bytes.copyOf(driver.data(direction)).hex() + "17");
        }
    }
}
