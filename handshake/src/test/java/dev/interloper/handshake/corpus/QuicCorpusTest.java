package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Captures of other projects' QUIC tests, against what tshark reads in them. */
class QuicCorpusTest {

    /** All of 812 hellos and 39 messages of later levels; and 8 hellos more, of versions and packets that the oracle does not read. */
    @Test
    void messages_agreeWithTheOracle() throws IOException {
        Path corpus = Corpora.require("tls");
        Agreement hellos = new Agreement();
        Agreement others = new Agreement();
        int captures = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            for (String name : row.get("oracle").split(";", -1)) {
                if (!name.endsWith(".tshark.json") || name.contains(".keys.") || name.contains(".decodeas.")) {
                    continue;
                }
                List<JsonNode> records = quicRecords(Corpora.json(corpus.resolve(name)));
                if (records.isEmpty()) {
                    continue;
                }
                captures++;
                UdpFrames frames = UdpFrames.of(corpus.resolve(row.get("file")));
                QuicConversations ours = new QuicConversations(keyLog(frames));
                ours.read(frames.datagrams());
                compare(row.get("file"), records, ours, hellos, others);
            }
        }
        System.out.println(
                "QUIC: " + hellos + " hellos and " + others + " encrypted messages of " + captures + " captures");
        assertThat(hellos.total).isGreaterThan(700);
        assertThat(hellos.agreed).isEqualTo(hellos.total);
        assertThat(others.total).isGreaterThan(30);
        assertThat(others.agreed).isEqualTo(others.total);
    }

    /** One capture has a backslash at the end of each line, of a shell's making. */
    private static KeyLog keyLog(UdpFrames frames) {
        return KeyLog.parse(frames.secrets().replace("\\\n", "\n"));
    }

    private static List<JsonNode> quicRecords(JsonNode oracle) {
        List<JsonNode> records = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode json : oracle.get("handshakes")) {
            boolean isHello = json.path("type").asInt() <= 2;
            if (json.path("proto").asText().equals("quic")
                    && !json.has("opaque")
                    // said again after a Retry or in another packet, it is one hello; after a HelloRetryRequest, two
                    && (!isHello || seen.add(from(json) + to(json) + json.path("random") + json.path("length")))) {
                records.add(json);
            }
        }
        return records;
    }

    private static void compare(
            String capture, List<JsonNode> records, QuicConversations ours, Agreement hellos, Agreement others) {
        List<QuicConversations.Found> left = new ArrayList<>(ours.messages);
        for (JsonNode theirs : records) {
            int type = theirs.path("type").asInt();
            Agreement agreement = type <= 2 ? hellos : others;
            agreement.total++;
            QuicConversations.Found same = null;
            for (QuicConversations.Found found : left) {
                if (found.from().equals(from(theirs))
                        && found.to().equals(to(theirs))
                        && isSame(theirs, found.message())) {
                    same = found;
                    break;
                }
            }
            if (same == null) {
                System.out.println("QUIC missing: " + capture + " frame " + theirs.get("frame") + " " + from(theirs)
                        + " type " + type + " of version "
                        + theirs.path("quic_version").asText());
            } else {
                agreement.agreed++;
                left.remove(same);
            }
        }
        left.forEach(more -> System.out.println("QUIC more than the oracle: " + capture + " " + more.from() + " "
                + more.message().type()));
        ours.problems.stream()
                .distinct()
                .limit(3)
                .forEach(problem -> System.out.println("QUIC problem: " + capture + " " + problem));
    }

    private static boolean isSame(JsonNode theirs, HandshakeMessage message) {
        if (message.type().code() != theirs.path("type").asInt()
                || message.body().length() != theirs.path("length").asInt()) {
            return false;
        }
        if (message instanceof ClientHello hello) {
            return hello.random().hex().equals(theirs.path("random").asText())
                    && hello.serverName()
                            .orElse("")
                            .equals(theirs.path("sni").path(0).asText(""));
        }
        return !(message instanceof ServerHello hello)
                || (hello.random().hex().equals(theirs.path("random").asText())
                        && hello.cipherSuite() == theirs.path("cipher").asInt());
    }

    private static String from(JsonNode json) {
        return address(json.get("src").asText()) + " " + json.get("sport").asInt();
    }

    private static String to(JsonNode json) {
        return address(json.get("dst").asText()) + " " + json.get("dport").asInt();
    }

    /** In the form in which {@link UdpFrames} writes addresses. */
    private static String address(String text) {
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Test
    void whatIsNotTls_givesNoMessages() throws IOException {
        Path corpus = Corpora.require("tls");
        int captures = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("MISSED_BY_TSHARK.tsv"))) {
            if (row.get("class").equals("not-TLS") || row.get("class").equals("negative")) {
                UdpFrames frames = UdpFrames.of(corpus.resolve(row.get("pcap")));
                QuicConversations ours = new QuicConversations(KeyLog.empty());
                ours.read(frames.datagrams());
                assertThat(ours.messages).as(row.get("pcap")).isEmpty();
                captures++;
            }
        }
        assertThat(captures).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aCaptureWithKeys_isReadToTheByte() throws IOException {
        Path folder = Corpora.require("tls").resolve("illustrated-quic/captures");
        QuicConversations ours = new QuicConversations(KeyLog.file(folder.resolve("keylog.txt")));
        ours.read(UdpFrames.of(folder.resolve("capture.pcap")).datagrams());
        List<String> names =
                List.of("clienthello", "serverhello", "extensions", "cert", "certverify", "s_finished", "c_finished");
        List<String> expected = new ArrayList<>();
        for (String name : names) {
            byte[] message = Files.readAllBytes(folder.resolve("caps/crypto_" + name));
            expected.add(HexFormat.of().formatHex(message, 4, message.length));
        }
        assertThat(ours.messages)
                .extracting(found -> found.message().body().hex())
                .containsExactlyElementsOf(expected);
        assertThat(ours.problems).isEmpty();
    }

    /** A capture of the other tools' disagreement: tshark reads 396 hellos, mercury fingerprints 670 Initial packets. */
    @Test
    void packetsAndHellos_areCountedSeparately() throws IOException {
        Path corpus = Corpora.require("tls");
        QuicConversations ours = new QuicConversations(KeyLog.empty());
        ours.read(UdpFrames.of(corpus.resolve("mercury/unit_tests/pcaps/quic-crypto-packets.pcap"))
                .datagrams());
        System.out.println("QUIC: " + ours.messages.size() + " hellos of " + ours.readers.size() + " conversations in "
                + ours.openedInitials + " opened Initial packets; most held " + ours.mostHeld);
        assertThat(ours.openedInitials).isGreaterThanOrEqualTo(670);
        assertThat(ours.messages.size()).isGreaterThanOrEqualTo(388);
    }

    private static final class Agreement {
        int agreed;
        int total;

        @Override
        public String toString() {
            return agreed + "/" + total;
        }
    }
}
