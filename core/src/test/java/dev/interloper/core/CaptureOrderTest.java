package dev.interloper.core;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * The same packets in another order come to the same: for each connection verdict, probability, evidence and what it says, product
 * and engine; for the capture who intercepts how many connections to which hosts, and the closing overview.
 *
 * <p>Permuted are the order of whole connections, of packets between connections, and of all packets, each with its time; last the
 * packets that one end sent in a row, which take each other's times, as when the network delivers in another order.
 */
class CaptureOrderTest {

    private static final Path FOLDER = Path.of("..", "examples", "captures", "hard");
    private static final String MADE = "one host with two certificates, two with one key";
    private static final List<String> CAPTURES = List.of(
            "hi__mixed__curl",
            "hi__mixed__openssl-tls12",
            "hi__one-key__curl",
            "hi__one-key__openssl-tls12",
            "hd__two-edges__py-ssl",
            "hd__two-edges__openssl-tls12",
            "hd__rotated__openssl-tls12",
            "hd__fleet__openssl-tls12",
            MADE);

    /** Which packets they were, and how far apart, is what the permutation changes. */
    private static final Pattern NUMBERS_AND_TIMES = Pattern.compile("\\([0-9]+ and [0-9]+\\)|[0-9.]+ ms");

    private static final Pattern PROBABILITY = Pattern.compile("[0-9.]+(E-[0-9]+)? ");

    private static final Map<String, Packets> READ = new ConcurrentHashMap<>();
    private static final Map<String, String> IN_ORDER = new ConcurrentHashMap<>();
    private static final Interloper OF_FOLDER = interloper();
    private static final Interloper OF_TEST_PKI =
            Interloper.builder().publicRoots(TestPki.PUBLIC_ROOTS).build();

    private static Interloper interloper() {
        try (InputStream logs = Files.newInputStream(FOLDER.resolve("pki/log_list.json"))) {
            return Interloper.builder()
                    .publicRoots(AnchorSet.fromPem("public roots", FOLDER.resolve("pki/roots.pem")))
                    .logs(LogList.parse(logs))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> captures() {
        return Arbitraries.of(CAPTURES);
    }

    @Property(tries = 30)
    void inspect_packetsOfConnectionsInterleavedOtherwise_isTheSame(
            @ForAll("captures") String name, @ForAll Random random) {
        assertThat(judged(name, packets(name).interleaved(random))).isEqualTo(inOrder(name));
    }

    @Property(tries = 20)
    void inspect_connectionsOneAfterAnother_isTheSame(@ForAll("captures") String name, @ForAll Random random) {
        assertThat(judged(name, packets(name).oneAfterAnother(random))).isEqualTo(inOrder(name));
    }

    @Property(tries = 30)
    void inspect_packetsInAnyOrder_isTheSame(@ForAll("captures") String name, @ForAll Random random) {
        assertThat(judged(name, packets(name).shuffled(random))).isEqualTo(inOrder(name));
    }

    /** How a flight is cut is not judged then, and weighs nothing. */
    @Property(tries = 30)
    void inspect_packetsOvertakeOneAnother_isTheSame(@ForAll("captures") String name, @ForAll Random random) {
        assertThat(withoutFlight(judged(name, packets(name).overtaking(random))))
                .isEqualTo(withoutFlight(inOrder(name)));
    }

    private static List<String> withoutFlight(String judged) {
        return judged.lines()
                .filter(line -> !line.contains(" flight."))
                .map(line -> PROBABILITY.matcher(line).replaceAll("…"))
                .toList();
    }

    /** What the properties compare is worth comparing. */
    @Test
    void inspect_inOrder_findsWhatConnectionsShare() {
        for (String name : CAPTURES) {
            assertThat(packets(name).connections()).as(name).isGreaterThan(1);
        }
        assertThat(inOrder("hi__mixed__curl")).contains("capture.issuer", "exempt");
        assertThat(inOrder("hi__one-key__openssl-tls12")).contains("capture.key");
        assertThat(inOrder("hd__two-edges__py-ssl")).contains("nobody intercepts", "direct");
        assertThat(inOrder(MADE)).contains("capture.changed", "capture.key", "intercepted", "direct");
    }

    private static Packets packets(String name) {
        return READ.computeIfAbsent(name, any -> Packets.of(bytes(name)));
    }

    private static String inOrder(String name) {
        return IN_ORDER.computeIfAbsent(name, any -> judged(name, bytes(name)));
    }

    private static byte[] bytes(String name) {
        if (name.equals(MADE)) {
            return made();
        }
        try {
            return Files.readAllBytes(FOLDER.resolve("pcap").resolve(name + ".pcap"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyLog keys(String name) {
        Path file = FOLDER.resolve("keys").resolve(name + ".keys");
        try {
            return Files.isRegularFile(file) ? KeyLog.file(file) : KeyLog.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made() {
        X509Certificate genuine = TestPki.publicLeaf(HOST).mint();
        X509Certificate forged =
                TestPki.bareLeaf(HOST).key(TestPki.key("engine")).mint();
        String shop = "shop.northwind.example";
        X509Certificate other =
                TestPki.bareLeaf(shop).key(TestPki.key("engine")).serial(7).mint();
        return Packets.joined(
                answering("203.0.113.31", HOST, List.of(genuine), 41),
                answering("203.0.113.32", HOST, List.of(forged, TestPki.PRIVATE_ROOT), 300),
                answering("203.0.113.33", shop, List.of(other, TestPki.PRIVATE_ROOT), 43));
    }

    private static byte[] answering(String server, String host, List<X509Certificate> chain, double millis) {
        return Exchange.opened(server, 443)
                .client(Tls.handshake(Tls.clientHello(host)))
                .after(millis)
                .server(Tls.handshake(Tls.serverHello(), Tls.certificate(chain), Tls.serverHelloDone()))
                .pcap();
    }

    /** All that must not depend on order, as lines. */
    private static String judged(String name, byte[] pcap) {
        Interloper interloper = name.equals(MADE) ? OF_TEST_PKI : OF_FOLDER;
        CaptureInspection inspection = interloper
                .capture(Capture.of(name, () -> new ByteArrayInputStream(pcap)))
                .keys(keys(name))
                .inspect();
        Map<String, String> connections = new TreeMap<>();
        for (Inspection one : inspection.connections()) {
            assertThat(connections.put(ends(one), told(one))).isNull();
        }
        Overview overview = inspection.overview();
        StringBuilder all = new StringBuilder();
        connections.forEach((ends, told) -> all.append(ends).append('\n').append(told));
        overview.interceptors()
                .forEach(one -> all.append(one)
                        .append(", ")
                        .append(one.connections())
                        .append(" connections, ")
                        .append(one.hosts())
                        .append('\n'));
        return all.append("direct ")
                .append(overview.direct())
                .append("\nundecided ")
                .append(overview.undecided())
                .append("\ncommon ")
                .append(overview.common())
                .append('\n')
                .append(overview)
                .toString();
    }

    private static String ends(Inspection one) {
        Handshake handshake = one.observation().handshake().orElseThrow();
        return handshake.conversation().client() + " to "
                + handshake.conversation().server();
    }

    private static String told(Inspection one) {
        Verdict verdict = one.verdict();
        StringBuilder lines = new StringBuilder(one + "\n");
        lines.append(verdict.probability())
                .append(' ')
                .append(verdict.product())
                .append(' ')
                .append(verdict.engine());
        for (Evidence evidence : verdict.evidence()) {
            lines.append("\n  ")
                    .append(evidence.grade())
                    .append(' ')
                    .append(evidence.weight())
                    .append(' ')
                    .append(evidence);
        }
        return NUMBERS_AND_TIMES.matcher(lines.append('\n')).replaceAll("…");
    }
}
