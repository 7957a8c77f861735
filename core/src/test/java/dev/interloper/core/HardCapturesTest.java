package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures that mislead, recorded in the project's own laboratory: what a careful expert would say of each stands beside it. */
class HardCapturesTest {

    private static final Path FOLDER = Path.of("..", "examples", "captures", "hard");

    private record Judged(String name, boolean intercepted, String expected, List<Inspection> connections) {

        boolean calledIntercepted() {
            return connections.stream().anyMatch(one -> one.verdict().outcome() == Outcome.INTERCEPTED);
        }

        String said() {
            boolean direct = connections.stream().anyMatch(one -> one.verdict().outcome() == Outcome.DIRECT);
            return (calledIntercepted() ? Outcome.INTERCEPTED : direct ? Outcome.DIRECT : Outcome.INCONCLUSIVE)
                    .name()
                    .toLowerCase(Locale.ROOT);
        }

        List<String> signals() {
            return connections.stream()
                    .flatMap(one -> one.verdict().evidence().stream())
                    .map(Evidence::signal)
                    .toList();
        }
    }

    private static List<Judged> judge(EvidenceKind... withheld) throws IOException {
        Interloper interloper;
        try (InputStream logs = Files.newInputStream(FOLDER.resolve("pki/log_list.json"))) {
            interloper = Interloper.builder()
                    .publicRoots(AnchorSet.fromPem("public roots", FOLDER.resolve("pki/roots.pem")))
                    .logs(LogList.parse(logs))
                    .withhold(withheld)
                    .build();
        }
        List<String> lines = Files.readAllLines(FOLDER.resolve("labels.tsv"));
        List<String> columns = Arrays.asList(lines.get(0).split("\t", -1));
        Map<String, List<Inspection>> captures = new HashMap<>();
        List<Judged> all = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String file = cells[columns.indexOf("client_pcap")];
            if (!captures.containsKey(file)) {
                Path keys = FOLDER.resolve(cells[columns.indexOf("keylog")]);
                CaptureInspector inspector = interloper.capture(FOLDER.resolve(file));
                captures.put(
                        file,
                        (Files.isRegularFile(keys) ? inspector.keys(KeyLog.file(keys)) : inspector)
                                .inspect()
                                .connections());
            }
            String sni = cells[columns.indexOf("sni")];
            String net = cells[columns.indexOf("net")];
            all.add(new Judged(
                    cells[0],
                    cells[1].equals("intercepted"),
                    cells[columns.indexOf("expect")],
                    captures.get(file).stream()
                            .filter(one -> isOf(one, sni, net))
                            .toList()));
        }
        return all;
    }

    private static boolean isOf(Inspection one, String sni, String net) {
        var handshake = one.observation().handshake().orElseThrow();
        String server = handshake.conversation().server().addressText();
        return handshake.serverName().orElse("-").equals(sni)
                && (!net.contains("server=") || net.endsWith("server=" + server));
    }

    private static double share(List<Judged> all, java.util.function.Predicate<Judged> right) {
        return all.stream().filter(right).count() / (double) all.size();
    }

    @Test
    void inspect_hardCaptures_neverConvictsTheInnocent_findsMost() throws IOException {
        List<Judged> all = judge();
        assertThat(all)
                .hasSizeGreaterThan(80)
                .allSatisfy(one -> assertThat(one.connections()).as(one.name()).isNotEmpty());
        assertThat(all.stream().filter(one -> !one.intercepted() && one.calledIntercepted()))
                .isEmpty();
        List<Judged> findable =
                all.stream().filter(one -> one.expected().equals("intercepted")).toList();
        assertThat(share(findable, Judged::calledIntercepted)).isGreaterThanOrEqualTo(0.85);
        assertThat(share(all, one -> one.said().equals(one.expected()))).isGreaterThanOrEqualTo(0.9);
        assertThat(all.stream().filter(one -> one.intercepted() && one.said().equals("direct")))
                .as("interceptions that are called direct")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hi__copy-all-rsa, marks.forged",
        "hi__keep-scts, marks.forged",
        "hi__copy-all-real-chain, issuer.signature",
        "hi__authority-key, key.own-issuer",
        "hi__one-key, capture.key",
        "hi__mixed, capture.issuer",
        "hi__minted-now, validity.minted",
        "hi__root-name, issuer.impersonation",
        "hi__six-day-forged, anchor.claimed",
        "hd__internal-adcs, internal.profile",
        "hd__appliance-boot, internal.profile",
        "hd__six-day, anchor.public"
    })
    void inspect_eachKindOfCase_isCarriedByItsSignal(String prefix, String signal) throws IOException {
        List<Judged> cases = judge().stream()
                .filter(one -> one.name().startsWith(prefix))
                .filter(one -> !one.expected().equals("inconclusive"))
                .filter(one -> one.intercepted() == prefix.startsWith("hi"))
                .toList();
        assertThat(cases)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.signals()).as(one.name()).contains(signal));
    }

    @Test
    void inspect_withoutRoots_timestampsStillTellGenuineCertificates() throws IOException {
        List<Judged> all = judge(EvidenceKind.ROOTS);
        assertThat(all.stream().flatMap(one -> one.signals().stream()))
                .contains("marks.verified")
                .doesNotContain("anchor.public", "anchor.local", "capture.issuer");
        assertThat(all.stream().filter(one -> !one.intercepted() && one.calledIntercepted()))
                .isEmpty();
    }

    @Test
    void inspect_withheldKinds_areNotLookedAt() throws IOException {
        assertThat(judge(EvidenceKind.PUBLIC_MARKS).stream().flatMap(one -> one.signals().stream()))
                .noneMatch(signal -> signal.startsWith("marks."));
        assertThat(judge(EvidenceKind.FORGE).stream().flatMap(one -> one.signals().stream()))
                .doesNotContain("key.own-issuer", "validity.minted", "engine.likeness", "serial.shape");
        assertThat(judge(EvidenceKind.FLIGHT, EvidenceKind.TRANSPORT).stream().flatMap(one -> one.signals().stream()))
                .noneMatch(signal -> signal.startsWith("flight.") || signal.startsWith("hello."));
    }
}
