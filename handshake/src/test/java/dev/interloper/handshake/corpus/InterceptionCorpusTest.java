package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The labelled connections, against what tshark and OpenSSL read of their server flights and certificates. */
class InterceptionCorpusTest {

    private static final Direction SERVER = Direction.SERVER_TO_CLIENT;

    @Test
    void serverFlights_areAsLabelled() throws IOException {
        Path corpus = Corpora.require("interception");
        Map<String, Map<String, String>> labels = byCase(corpus.resolve("labels.tsv"));
        Map<String, Map<String, String>> certificates = byCase(corpus.resolve("certs.tsv"));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int counted = 0;
        for (Map<String, String> row : Corpora.table(corpus.resolve("flights.tsv"))) {
            if (!row.get("tls").equals("1.2")) {
                continue;
            }
            String name = row.get("case");
            Map<String, String> label = labels.get(name);
            List<Handshake> candidates = Capture.file(corpus.resolve(label.get("client_pcap"))).handshakes().stream()
                    .filter(handshake -> isLabelled(handshake, label.get("sni")))
                    .toList();
            compared++;
            String wanted = row.get("flight(ms/tcp_len/record_lengths/handshake_types)");
            Optional<Handshake> same = candidates.stream()
                    .filter(candidate -> structure(flight(candidate)).equals(structure(wanted)))
                    .findFirst();
            if (same.isEmpty()) {
                differences.add(name + ": expected " + wanted + ", found "
                        + candidates.stream()
                                .map(InterceptionCorpusTest::flight)
                                .toList());
                continue;
            }
            compareTimes(name, row, same.get(), wanted, differences);
            String chain = certificates.getOrDefault(name, Map.of()).getOrDefault("chain_len", "-");
            if (!chain.equals("-") && same.get().serverCertificate().isPresent()) {
                counted++;
                int found = same.get().serverCertificate().get().entries().size();
                if (found != Integer.parseInt(chain)) {
                    differences.add(name + ": expected " + chain + " certificates, found " + found);
                }
            }
        }
        System.out.println("interception: " + compared + " TLS 1.2 flights, " + counted + " chains, "
                + differences.size() + " differences");
        differences.forEach(System.out::println);
        assertThat(compared).isGreaterThan(300);
        assertThat(counted).isGreaterThan(300);
        assertThat(differences).isEmpty();
    }

    private static Map<String, Map<String, String>> byCase(Path table) throws IOException {
        return Corpora.table(table).stream()
                .collect(Collectors.toMap(row -> row.get("case"), row -> row, (first, second) -> first, HashMap::new));
    }

    private static boolean isLabelled(Handshake handshake, String sni) {
        return handshake.serverName().orElse("-").equals(sni)
                && handshake.version().filter(version -> !version.isTls13()).isPresent();
    }

    /** As the table writes a flight: each segment in which a record starts or ends, with the records and messages that end there. */
    private static String flight(Handshake handshake) {
        Map<PacketRef, List<Integer>> records = new TreeMap<>(Comparator.comparingLong(PacketRef::number));
        Map<PacketRef, List<Integer>> types = new HashMap<>();
        List<HandshakeMessage> messages = firstFlight(handshake);
        long flightEnd = messages.get(messages.size() - 1).provenance().end();
        for (TlsRecord record : handshake.records(SERVER)) {
            boolean alert = record.type().equals(ContentType.ALERT) && !record.encrypted();
            if (record.offset() < flightEnd || alert) {
                PacketRef first = holding(handshake, record.offset());
                if (first.equals(completing(handshake, record.offset() + 1))) { // else tshark does not see a record yet
                    records.computeIfAbsent(first, key -> new ArrayList<>());
                }
                records.computeIfAbsent(completing(handshake, record.end()), key -> new ArrayList<>())
                        .add(record.length());
            }
        }
        for (HandshakeMessage message : messages) {
            types.computeIfAbsent(completing(handshake, recordEnd(message)), key -> new ArrayList<>())
                    .add(message.type().code());
        }
        long start = completing(handshake, recordEnd(messages.get(0))).arrivalNanos();
        List<String> parts = new ArrayList<>();
        records.forEach((packet, lengths) -> parts.add(String.format(
                Locale.ROOT,
                "%.1f/%d/%s/%s",
                (packet.arrivalNanos() - start) / 1_000_000.0,
                packet.payloadLength(),
                joined(lengths),
                joined(types.getOrDefault(packet, List.of())))));
        return String.join(" | ", parts);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static long recordEnd(HandshakeMessage message) {
        List<TlsRecord> records = message.provenance().records();
        return records.get(records.size() - 1).end();
    }

    private static PacketRef holding(Handshake handshake, long offset) {
        return handshake.segments(SERVER).stream()
                .filter(segment -> segment.offset() <= offset && offset < segment.end())
                .map(Segment::packet)
                .findFirst()
                .orElseThrow();
    }

    /** The packet with which all bytes up to a place have come. */
    private static PacketRef completing(Handshake handshake, long end) {
        return handshake.segments(SERVER).stream()
                .filter(segment -> segment.offset() < end)
                .map(Segment::packet)
                .max(Comparator.comparingLong(PacketRef::number))
                .orElseThrow();
    }

    /** Up to ServerHelloDone: a session ticket comes later. */
    private static List<HandshakeMessage> firstFlight(Handshake handshake) {
        return handshake.messages().stream()
                .filter(message -> message.provenance().direction() == SERVER)
                .filter(message -> message.type().code() != 4)
                .toList();
    }

    /** Without the times. */
    private static String structure(String flight) {
        return Arrays.stream(flight.split(" \\| ", -1))
                .map(part -> part.substring(part.indexOf('/') + 1))
                .collect(Collectors.joining(" | "));
    }

    private static void compareTimes(
            String name, Map<String, String> row, Handshake handshake, String wanted, List<String> differences) {
        ServerHello answer = handshake.serverHello().orElseThrow();
        long asked = handshake
                .clientHello()
                .orElseThrow()
                .provenance()
                .lastPacket()
                .orElseThrow()
                .arrivalNanos();
        double delay = (completing(handshake, recordEnd(answer)).arrivalNanos() - asked) / 1_000_000.0;
        double expected = Double.parseDouble(row.get("ch_to_sh_ms"));
        if (Math.abs(delay - expected) > 0.1) {
            differences.add(name + ": expected " + expected + " ms to ServerHello, found " + delay);
        }
        String[] theirs = wanted.split(" \\| ", -1);
        String[] ours = flight(handshake).split(" \\| ", -1);
        for (int i = 0; i < theirs.length; i++) {
            double gap = Double.parseDouble(theirs[i].substring(0, theirs[i].indexOf('/')))
                    - Double.parseDouble(ours[i].substring(0, ours[i].indexOf('/')));
            if (Math.abs(gap) > 0.11) {
                differences.add(name + ": expected segment " + theirs[i] + ", found " + ours[i]);
            }
        }
    }
}
