package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.corpus.UdpPayloads.Datagram;
import dev.interloper.handshake.dtls.DtlsMessage;
import dev.interloper.handshake.dtls.DtlsReader;
import dev.interloper.handshake.dtls.DtlsRecord;
import dev.interloper.handshake.dtls.DtlsSink;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DTLS in captures of other projects' tests, against what tshark reads in them. */
class DtlsCorpusTest {

    @Test
    void completeMessages_agreeWithTheOracle() throws IOException {
        Path corpus = Corpora.require("tls");
        Agreement agreement = new Agreement();
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            for (String oracle : row.get("oracle").split(";", -1)) {
                if (oracle.endsWith(".tshark.json") && !oracle.contains(".keys.") && !oracle.contains(".decodeas.")) {
                    agreement.capture(
                            row.get("file"),
                            corpus.resolve(row.get("file")),
                            Corpora.json(corpus.resolve(oracle)),
                            KeyLog.empty());
                }
            }
        }
        agreement.print();
        assertThat(agreement.messages).isGreaterThan(180);
        assertThat(agreement.disagreements).isEmpty();
        assertThat(agreement.unmarkedFragments).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void decryptedMessages_agreeWithTheOracle() throws IOException {
        Path corpus = Corpora.require("tls");
        Agreement agreement = new Agreement();
        for (Map<String, String> row : Corpora.table(corpus.resolve("keys.tsv"))) {
            KeyLog keyLog = KeyLog.file(corpus.resolve(row.get("keylog")));
            Path capture = corpus.resolve(row.get("capture"));
            agreement.capture(row.get("capture"), capture, Corpora.json(corpus.resolve(row.get("oracle"))), keyLog);
        }
        agreement.print();
        assertThat(agreement.messages).isEqualTo(19);
        assertThat(agreement.opaque).isZero();
        assertThat(agreement.unopened).isEmpty();
        assertThat(agreement.disagreements).isEmpty();
    }

    /** The plaintext of each record is published beside the capture; what a sink is not told of application data is its bytes. */
    @Test
    void illustratedDtls13_isReadByteForByte() throws IOException {
        Path captures = Corpora.require("tls").resolve("illustrated-dtls").resolve("captures");
        Conversation conversation = read(captures.resolve("capture.pcap"), KeyLog.file(captures.resolve("keylog.txt")))
                .values()
                .iterator()
                .next();
        List<String> plaintexts = new ArrayList<>();
        for (DtlsMessage message : conversation.messages) {
            ByteBuffer bytes = ByteBuffer.allocate(12 + message.body().length());
            bytes.putInt(message.type() << 24 | message.body().length());
            bytes.putShort((short) message.sequence());
            bytes.putInt(0).putShort((short) message.body().length());
            plaintexts.add(hex(bytes.put(message.body().toByteArray()).array()));
        }
        Path published = captures.resolve("caps");
        List<String> expected = new ArrayList<>();
        for (String name : List.of("chello", "shello")) {
            expected.add(
                    hex(Files.readAllBytes(published.resolve("record-" + name))).substring(26));
        }
        for (String name : List.of("encext", "cert", "cverify", "sfin", "cfin")) {
            String inner = hex(Files.readAllBytes(published.resolve("record-" + name)));
            assertThat(inner).endsWith("16");
            expected.add(inner.substring(0, inner.length() - 2));
        }
        assertThat(plaintexts).isEqualTo(expected);
        assertThat(conversation.messages.subList(2, 7)).allMatch(DtlsMessage::decrypted);
        assertThat(conversation.alerts).containsExactly("1 0");
        assertThat(conversation.records)
                .filteredOn(DtlsRecord::encrypted)
                .allMatch(DtlsRecord::decrypted)
                .extracting(DtlsRecord::contentType)
                .containsExactly(22, 22, 22, 22, 22, 26, 23, 23, 21);
        assertThat(conversation.problems).isEmpty();
    }

    @Test
    void captures_withoutDtls_startNothing() throws IOException {
        Path corpus = Corpora.require("tls");
        List<String> started = new ArrayList<>();
        long datagrams = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            String oracle = row.get("oracle").split(";", -1)[0];
            if (!oracle.endsWith(".tshark.json") || !Files.exists(corpus.resolve(row.get("file")))) {
                continue;
            }
            UdpPayloads frames = UdpPayloads.of(corpus.resolve(row.get("file")));
            boolean hasDtls = Files.readString(corpus.resolve(oracle)).contains("\"dtls\"");
            for (Datagram datagram : hasDtls ? List.<Datagram>of() : frames.datagrams()) {
                datagrams++;
                if (DtlsReader.mayStart(
                        datagram.payload().toByteArray(), 0, datagram.payload().length())) {
                    started.add(row.get("file") + " frame " + datagram.frame());
                }
            }
        }
        System.out.println("dtls negatives: " + started.size() + " of " + datagrams + " datagrams " + started);
        assertThat(datagrams).isGreaterThan(10_000);
        assertThat(started).isEmpty();
    }

    /** One conversation's reader, with the frames of its datagrams. */
    private static final class Conversation implements DtlsSink {

        private final Datagram first;
        private final DtlsReader reader;
        private final List<DtlsRecord> records = new ArrayList<>();
        private final List<String> alerts = new ArrayList<>();
        private final List<Long> frames = new ArrayList<>();
        private final List<DtlsMessage> messages = new ArrayList<>();
        private final List<DtlsMessage> taken = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Conversation(Datagram first, KeyLog keyLog) {
            this.first = first;
            reader = new DtlsReader(this, 1 << 20, 1 << 20, keyLog);
        }

        void receive(Datagram datagram) {
            frames.add(datagram.frame());
            byte[] payload = datagram.payload().toByteArray();
            reader.receive(direction(datagram.source(), datagram.sourcePort()), payload, 0, payload.length);
        }

        Direction direction(String source, int port) {
            return source.equals(first.source()) && port == first.sourcePort()
                    ? Direction.CLIENT_TO_SERVER
                    : Direction.SERVER_TO_CLIENT;
        }

        long completingFrame(DtlsMessage message) {
            return message.records().stream()
                    .mapToLong(record -> frames.get((int) record.datagram()))
                    .max()
                    .orElse(0);
        }

        @Override
        public void message(DtlsMessage message) {
            messages.add(message);
        }

        @Override
        public void alert(DtlsRecord record, int level, int description) {
            alerts.add(level + " " + description);
        }

        @Override
        public void record(DtlsRecord record) {
            records.add(record);
        }

        @Override
        public void problem(Direction direction, String reason) {
            problems.add("frame " + frames.get(frames.size() - 1) + ": " + reason);
        }
    }

    private static Map<String, Conversation> read(Path file, KeyLog keyLog) throws IOException {
        Map<String, Conversation> conversations = new LinkedHashMap<>();
        UdpPayloads frames = UdpPayloads.of(file);
        KeyLog secrets = keyLog.and(KeyLog.parse(frames.secrets()));
        for (Datagram datagram : frames.datagrams()) {
            byte[] payload = datagram.payload().toByteArray();
            Conversation conversation = conversations.get(datagram.conversation());
            if (conversation == null && DtlsReader.mayStart(payload, 0, payload.length)) {
                conversation = new Conversation(datagram, secrets);
                conversations.put(datagram.conversation(), conversation);
            }
            if (conversation != null) {
                conversation.receive(datagram);
            }
        }
        return conversations;
    }

    private static final class Agreement {

        private int captures;
        private int messages;
        private int agreed;
        private int sentAgain;
        private int partial;
        private int opaque;
        private final Map<String, Integer> more = new HashMap<>();
        private final List<String> unopened = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> disagreements = new ArrayList<>();

        /** First fragments that the oracle has read as far as they go, and does not call partial. */
        private final List<String> unmarkedFragments = new ArrayList<>();

        void capture(String name, Path file, JsonNode oracle, KeyLog keyLog) throws IOException {
            List<JsonNode> theirs = new ArrayList<>();
            oracle.get("handshakes").forEach(json -> {
                if (json.path("proto").asText().equals("dtls")) {
                    theirs.add(json);
                }
            });
            if (theirs.isEmpty() || !Files.exists(file)) {
                return;
            }
            captures++;
            Map<String, Conversation> ours = read(file, keyLog);
            for (JsonNode json : theirs) {
                if (json.has("partial")) {
                    partial++;
                } else if (json.has("opaque")) {
                    opaque++;
                } else {
                    messages++;
                    compare(name, json, ours);
                }
            }
            for (Conversation conversation : ours.values()) {
                conversation.records.stream()
                        .filter(record -> record.encrypted() && !record.decrypted())
                        .forEach(record -> unopened.add(name + " " + record));
                int unmatched = conversation.messages.size() - conversation.taken.size();
                if (unmatched > 0) {
                    more.merge(name, unmatched, Integer::sum);
                }
                conversation.problems.forEach(problem -> problems.add(name + " " + problem));
            }
        }

        private void compare(String name, JsonNode json, Map<String, Conversation> conversations) {
            String source = UdpPayloads.normalized(json.get("src").asText());
            int port = json.get("sport").asInt();
            Datagram key = new Datagram(
                    0,
                    source,
                    port,
                    UdpPayloads.normalized(json.get("dst").asText()),
                    json.get("dport").asInt(),
                    Bytes.EMPTY);
            Conversation conversation = conversations.get(key.conversation());
            String reason = "no conversation";
            for (DtlsMessage message : conversation == null ? List.<DtlsMessage>of() : conversation.messages) {
                String difference = message.direction() == conversation.direction(source, port)
                        ? difference(json, message)
                        : "direction";
                if (difference.isEmpty()
                        && conversation.completingFrame(message)
                                == json.get("frame").asLong()) {
                    agreed++;
                    conversation.taken.add(message);
                    return;
                }
                if (difference.isEmpty()
                        && conversation.completingFrame(message)
                                < json.get("frame").asLong()) {
                    agreed++;
                    sentAgain++;
                    return;
                }
                reason = "none of " + conversation.messages.size() + ", last differs in " + difference;
            }
            int end = json.path("fragment_offset").asInt()
                    + json.path("fragment_length").asInt();
            boolean fragment = end < json.get("length").asInt();
            (fragment ? unmarkedFragments : disagreements)
                    .add(name + ": frame " + json.get("frame") + " type " + json.get("type") + " length "
                            + json.get("length") + ": " + reason);
        }

        void print() {
            problems.forEach(line -> System.out.println("dtls problem: " + line));
            disagreements.forEach(line -> System.out.println("dtls disagreement: " + line));
            unmarkedFragments.forEach(line -> System.out.println("dtls fragment: " + line));
            System.out.println("dtls messages that the oracle lacks: " + more);
            System.out.println(
                    "dtls oracle: " + agreed + "/" + messages + " messages in " + captures + " captures (of these "
                            + sentAgain + " sent again; besides " + partial + " partial, " + opaque + " opaque)");
        }
    }

    /** The first field in which a message of ours differs; empty if none does. */
    private static String difference(JsonNode json, DtlsMessage message) {
        Bytes body = message.body();
        if (message.type() != json.path("type").asInt(-1)) {
            return "type";
        }
        if (body.length() != json.path("length").asInt(-1)) {
            return "length";
        }
        if (message.sequence() != json.path("message_seq").asInt(-1)) {
            return "message_seq";
        }
        DtlsRecord last = message.records().get(message.records().size() - 1);
        if (last.version() != Integer.decode(json.get("record_version").asText())
                || last.epoch() != json.get("epoch").asInt()) {
            return "record header";
        }
        return switch (message.type()) {
            case 1, 2 -> hello(json, body, message.type() == 1);
            case 11 -> certificates(json, body);
            default -> "";
        };
    }

    private static String hello(JsonNode json, Bytes body, boolean client) {
        ByteBuffer in = ByteBuffer.wrap(body.toByteArray());
        if ((in.getShort() & 0xffff) != Integer.decode(json.get("version").asText())) {
            return "version";
        }
        if (!take(in, 32).equals(json.get("random").asText())) {
            return "random";
        }
        String session = take(in, in.get());
        if (!session.equals(json.path("session_id").asText())) {
            return "session_id";
        }
        if (client) {
            take(in, in.get() & 0xff);
            List<Integer> suites = new ArrayList<>();
            for (int left = in.getShort(); left > 0; left -= 2) {
                suites.add(in.getShort() & 0xffff);
            }
            if (!suites.equals(ints(json.path("ciphers")))) {
                return "ciphers";
            }
            take(in, in.get());
        } else if ((in.getShort() & 0xffff) != json.get("cipher").asInt() || in.get() != 0) {
            return "cipher";
        }
        List<Integer> extensions = new ArrayList<>();
        int length = in.hasRemaining() ? in.getShort() : 0;
        while (length > 0 && in.hasRemaining()) {
            extensions.add(in.getShort() & 0xffff);
            take(in, in.getShort());
        }
        return extensions.equals(ints(json.path("extensions"))) ? "" : "extensions";
    }

    private static String certificates(JsonNode json, Bytes body) {
        List<String> theirs = new ArrayList<>();
        json.path("certs")
                .forEach(certificate -> theirs.add(certificate.get("sha256").asText()));
        List<String> ours = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(body.toByteArray());
        in.position(3);
        while (in.hasRemaining()) {
            int length = (in.get() & 0xff) << 16 | (in.getShort() & 0xffff);
            byte[] der = new byte[length];
            in.get(der);
            ours.add(sha256(der));
        }
        return ours.equals(theirs) ? "" : "certs";
    }

    private static String take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return hex(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Integer> ints(JsonNode array) {
        List<Integer> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asInt()));
        return values;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
