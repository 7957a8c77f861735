package dev.interloper.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Hellos of browsers newer than those that the rules were first made from, and of engines whose hellos are not known. Needs the
 * system property {@code interloper.corpora}, the folder that holds {@code tls/} and {@code interception/}.
 */
class CurrentBrowsersCorpusTest {

    private static final ClientInspector INSPECTOR = ClientInspector.create();

    private static Path corpora(String folder) {
        String corpora = System.getProperty("interloper.corpora");
        Assumptions.assumeTrue(corpora != null, "-Dinterloper.corpora is absent");
        return Path.of(corpora, folder);
    }

    private static List<Path> files(Path folder, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static List<ClientHello> hellos(Path capture) throws IOException {
        List<ClientHello> hellos = new ArrayList<>();
        Capture.file(capture).read(handshake -> handshake.clientHello().ifPresent(hellos::add));
        return hellos;
    }

    @Test
    void publishedHellos_ofBrowsersFrom2022On_areConsistentWithTheirUserAgents() throws IOException {
        List<Path> files = files(corpora("tls/curl-impersonate/tests/signatures"), "", ".yaml");
        int judged = 0;
        for (Path file : files) {
            for (PublishedHello published : PublishedHello.read(file)) {
                ClientVerdict verdict = INSPECTOR
                        .hello(published.hello())
                        .userAgent(published.userAgent())
                        .headerNames(published.headerNames())
                        .inspect();
                assertThat(verdict.outcome())
                        .as("%s: %s %s", file.getFileName(), verdict, verdict.evidence())
                        .isEqualTo(ClientOutcome.CONSISTENT);
                judged++;
            }
        }
        assertThat(judged).isGreaterThanOrEqualTo(43);
    }

    @Test
    void recordedChromium_isConsistent_whateverItsVersion() throws IOException {
        List<Path> files = files(corpora("interception/pcap"), "d__chromium__", ".pcap");
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            for (ClientHello hello : hellos(file)) {
                for (int version : new int[] {120, 140, 156, 200}) {
                    assertThat(INSPECTOR
                                    .hello(hello)
                                    .userAgent(Agents.chrome(version))
                                    .inspect()
                                    .outcome())
                            .isEqualTo(ClientOutcome.CONSISTENT);
                }
                for (String other : List.of(Agents.firefox(150), Agents.IPHONE_18, Agents.EXPLORER_11, "", "curl/8")) {
                    assertThat(INSPECTOR.hello(hello).userAgent(other).inspect().outcome())
                            .isEqualTo(ClientOutcome.INCONCLUSIVE);
                }
            }
        }
    }

    @Test
    void programs_thatSayWhatTheyAre_areNeverIntercepted() throws IOException {
        for (Path file : files(corpora("interception/pcap"), "d__", ".pcap")) {
            for (ClientHello hello : hellos(file)) {
                for (String agent : List.of("", "curl/7.88.1", "Java/17.0.9", "Go-http-client/1.1")) {
                    assertThat(INSPECTOR.hello(hello).userAgent(agent).inspect().outcome())
                            .as("%s as %s", file.getFileName(), agent)
                            .isEqualTo(ClientOutcome.INCONCLUSIVE);
                }
            }
        }
    }

    /** No hello of these engines is in the data: the browsers' rules alone find them. */
    @Test
    void enginesNeverSeen_inTheNameOfABrowser_areIntercepted() throws IOException {
        int chrome = 0;
        int firefox = 0;
        int all = 0;
        for (Path file : files(corpora("interception/pcap"), "i__", ".up.pcap")) {
            for (ClientHello hello : hellos(file)) {
                all++;
                chrome += intercepted(hello, Agents.chrome(150));
                firefox += intercepted(hello, Agents.firefox(150));
            }
        }
        System.out.printf("engines never seen: %d hellos, as Chrome %d, as Firefox %d%n", all, chrome, firefox);
        assertThat(all).isGreaterThan(100);
        assertThat(chrome).isEqualTo(all);
        assertThat((double) firefox / all).isGreaterThan(0.9);
    }

    private static int intercepted(ClientHello hello, String agent) {
        return INSPECTOR.hello(hello).userAgent(agent).inspect().outcome() == ClientOutcome.INTERCEPTED ? 1 : 0;
    }
}
