package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Whether the shape of a leaf, which holds no name, tells the family of the engine that minted it. Needs the system
 * property {@code interloper.corpora}, the folder that holds {@code interception/}.
 */
class ForgePrintCorpusTest {

    /** One labelled leaf. */
    private record Leaf(String family, String setting, String sni, ForgePrint print, ForgeShape shape) {
        boolean isDirect() {
            return family.equals("direct");
        }

        boolean sameCertificate(Leaf other) {
            return print.keyHash().equals(other.print.keyHash())
                    && print.serial().equals(other.print.serial());
        }
    }

    @Test
    void shape_otherHostsOfTheEngineAreKnown_nearestIsTheFamily() throws IOException {
        List<Leaf> leaves = leaves();
        assertThat(leaves).hasSizeGreaterThan(700);

        double right = share(
                "one host of an engine left out",
                leaves,
                (leaf, other) ->
                        !(leaf.sni().equals(other.sni()) && leaf.setting().equals(other.setting())));

        assertThat(right).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void shape_otherSettingsOfTheEngineAreKnown_nearestIsTheFamily() throws IOException {
        List<Leaf> leaves = leaves();
        List<String> several = List.of("squid", "mitmproxy");

        double right = share(
                "one setting of an engine left out, of families with several",
                leaves,
                (leaf, other) ->
                        several.contains(leaf.family()) && !leaf.setting().equals(other.setting()));

        assertThat(right).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void similarity_intercepted_isHigherWithinAFamilyThanToAnyOrigin() throws IOException {
        List<Leaf> leaves = leaves();
        List<Leaf> direct = leaves.stream().filter(Leaf::isDirect).toList();

        assertThat(leaves.stream()
                        .filter(leaf -> !leaf.isDirect())
                        .mapToDouble(leaf ->
                                nearest(leaf, direct).orElseThrow().shape().similarity(leaf.shape()))
                        .max()
                        .orElseThrow())
                .isLessThan(0.7);
    }

    /** Share of the leaves whose nearest neighbour, among the ones that may be known, is of their own family. */
    private static double share(String title, List<Leaf> leaves, BiPredicate<Leaf, Leaf> known) {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        int right = 0;
        int all = 0;
        for (Leaf leaf : leaves) {
            List<Leaf> others = leaves.stream()
                    .filter(other -> known.test(leaf, other) && !leaf.sameCertificate(other))
                    .toList();
            boolean learnable = others.stream().anyMatch(other -> other.family().equals(leaf.family()));
            Optional<Leaf> nearest = learnable ? nearest(leaf, others) : Optional.empty();
            if (nearest.isPresent()) {
                all++;
                right += nearest.get().family().equals(leaf.family()) ? 1 : 0;
                table.computeIfAbsent(leaf.setting(), key -> new TreeMap<>())
                        .merge(nearest.get().family(), 1, Integer::sum);
            }
        }
        System.out.printf("%n%s: %d of %d%n", title, right, all);
        table.forEach((setting, families) -> System.out.printf("%-30s %s%n", setting, families));
        return right / (double) all;
    }

    private static Optional<Leaf> nearest(Leaf leaf, List<Leaf> others) {
        Map<ForgeShape, Double> known = new HashMap<>();
        return others.stream()
                .max(Comparator.comparingDouble(
                        other -> known.computeIfAbsent(other.shape(), shape -> shape.similarity(leaf.shape()))));
    }

    private static List<Leaf> leaves() throws IOException {
        String corpora = System.getProperty("interloper.corpora", "");
        Path folder = Path.of(corpora, "interception");
        Assumptions.assumeTrue(
                !corpora.isEmpty() && Files.isDirectory(folder),
                "the corpora are not here: give their folder as -Dinterloper.corpora=…");
        List<String> lines = Files.readAllLines(folder.resolve("labels.tsv"));
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        List<Leaf> leaves = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split("\t", -1));
            String sni = cells.get(columns.indexOf("sni"));
            String engine = cells.get(columns.indexOf("interceptor"));
            boolean direct = cells.get(columns.indexOf("label")).equals("direct");
            CaptureInspector capture =
                    Interloper.builder().build().capture(folder.resolve(cells.get(columns.indexOf("client_pcap"))));
            Path keys = folder.resolve(cells.get(columns.indexOf("keylog")));
            CaptureInspector readable = Files.isRegularFile(keys) ? capture.keys(KeyLog.file(keys)) : capture;
            print(readable, sni)
                    .map(print -> new Leaf(
                            direct ? "direct" : engine.split("-", -1)[0],
                            direct ? "direct" : engine,
                            sni,
                            print,
                            print.shape()))
                    .ifPresent(leaves::add);
        }
        return leaves;
    }

    private static Optional<ForgePrint> print(CaptureInspector capture, String sni) {
        return capture.inspect().connections().stream()
                .map(Inspection::observation)
                .filter(seen -> seen.handshake()
                        .flatMap(handshake -> handshake.serverName())
                        .filter(sni::equals)
                        .isPresent())
                .flatMap(seen -> ForgePrint.of(seen.chain(), seen.at()).stream())
                .findFirst();
    }
}
