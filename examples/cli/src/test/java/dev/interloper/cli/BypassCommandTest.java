package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command prints and how it ends; the lists themselves are tested where they are made. */
class BypassCommandTest {

    private static final String CANNOT = "Cannot be expressed: ";

    private static Run bypass(String... args) {
        return Run.of(Stream.concat(Stream.of("bypass"), Stream.of(args)).toArray(String[]::new));
    }

    static Stream<String> products() {
        return bypass("--list").out().lines().map(line -> line.split(" ", 2)[0]);
    }

    @Test
    void list_always_namesEachProductOnALine() {
        Run run = bypass("--list");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).allMatch(line -> line.matches("[a-z][a-z-]* +\\S.*"));
        assertThat(products())
                .doesNotHaveDuplicates()
                .contains(
                        "squid",
                        "mitmproxy",
                        "sslsplit",
                        "privoxy",
                        "zscaler",
                        "fortigate",
                        "forcepoint",
                        "pac",
                        "java",
                        "no-proxy");
    }

    @Nested
    class EachProduct {

        /** Whatever is asked for is written, or said aloud that it is not: nothing is lost in silence. */
        @ParameterizedTest
        @MethodSource("dev.interloper.cli.BypassCommandTest#products")
        void render_withEachKindOfTarget_writesItOrSaysThatItCannot(String product) {
            List<String> targets = List.of("av.contoso.com", ".lync.com", "131.107.155.30", "52.112.0.0/14");
            for (String target : targets) {
                Run run = bypass("--for", product, target);

                assertThat(run.status()).as(target).isZero();
                assertThat(run.out()).endsWith("\n");
                String mark = target.replaceFirst("^\\.", "").replaceFirst("/.*", "");
                assertThat(run.out())
                        .as(target)
                        .satisfiesAnyOf(
                                text -> assertThat(text).contains(mark),
                                text -> assertThat(text).contains(mark.replace(".", "\\.")), // a regular expression
                                text -> assertThat(text).contains("52\\.(112|113|114|115)\\."), // as one, the block
                                text -> assertThat(text).contains(CANNOT));
            }
        }

        @ParameterizedTest
        @MethodSource("dev.interloper.cli.BypassCommandTest#products")
        void render_withWhatItCannotExpress_saysTheSameInCommentsAndOnStandardError(String product) {
            Run run = bypass(
                    "--for",
                    product,
                    "av.contoso.com",
                    "*.lync.com:8443",
                    "131.107.155.30",
                    "52.112.0.0/14",
                    "[2603:1027::1]:5061");

            assertThat(run.status()).isZero();
            List<String> commented = run.out()
                    .lines()
                    .filter(line -> line.contains(CANNOT))
                    .map(line -> line.substring(line.indexOf(CANNOT) + CANNOT.length()))
                    .toList();
            String lead = "interloper: cannot be expressed: ";
            assertThat(run.err().lines()).allMatch(line -> line.startsWith(lead));
            assertThat(run.err().lines().map(line -> line.substring(lead.length())))
                    .containsExactlyElementsOf(commented);
        }

        @ParameterizedTest
        @MethodSource("dev.interloper.cli.BypassCommandTest#products")
        void render_withHostileReason_changesTheFirstCommentAlone(String product) {
            String[] plain = {"--for", product, "av.contoso.com"};
            String[] hostile = {
                "--for",
                product,
                "av.contoso.com",
                "--reason",
                "broken\r\nssl_bump none\u2028all\u001b[31m -->\"`$(id)'*/"
            };
            List<String> expected = bypass(plain).out().lines().toList();
            Run run = bypass(hostile);

            assertThat(run.status()).isZero();
            assertThat(run.out()).matches("[ -~\n]*").contains("broken");
            assertThat(run.out().lines().skip(1)).containsExactlyElementsOf(expected.subList(1, expected.size()));
            String lead = expected.get(0).substring(0, expected.get(0).indexOf("Not"));
            assertThat(run.out()).startsWith(lead);
        }
    }

    @Test
    void render_forNoProxy_writesTheVariable() {
        Run run = bypass("--for", "no-proxy", ".lync.com", "131.107.155.30");

        assertThat(run.out()).contains("no_proxy=lync.com,.lync.com,131.107.155.30\n");
    }

    @Test
    void render_portInAListWithoutPorts_isLeftOutAndSaid() {
        Run run = bypass("--for", "java", "av.contoso.com", "web.contoso.com:8443");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("web.contoso.com:8443: left out");
        assertThat(run.out().lines().filter(line -> !line.startsWith("#")))
                .hasSize(1)
                .allMatch(line -> line.contains("av.contoso.com") && !line.contains("web.contoso.com"));
    }

    @Test
    void render_productInCapitals_isTheSame() {
        assertThat(bypass("--for", "Squid", "av.contoso.com").out())
                .isEqualTo(bypass("--for", "squid", "av.contoso.com").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.com",
                "com",
                "*.co.uk",
                "*",
                "0.0.0.0/0",
                "::/0",
                "52.0.0.0/7",
                "10.0.0.1/8",
                "127.1",
                "0x7f000001",
                "host name",
                "av.contoso.com/path",
                "https://av.contoso.com",
                "av.contoso.com:0",
                "av.contoso.com:99999",
                "av.contoso.com#all",
                "\"; splice all; \""
            })
    void refuse_tooWideOrNone_namesItAndWritesNothing(String target) {
        Run run = bypass("--for", "squid", "av.contoso.com", target);

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("interloper: refused: " + target + ": ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "av.contoso.com\nssl_bump splice all",
                "\u001b[2J.contoso.com",
                "\u202e.contoso.com",
                "a\u0000.contoso.com",
                "a\r.contoso.com",
                "a\u2028.contoso.com"
            })
    void refuse_hostileCharacters_escapesThem(String target) {
        Run run = bypass("--for", "squid", target);

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replace(System.lineSeparator(), "\n"))
                .matches("[ -~]+\n")
                .contains("contoso.com", "\\x");
    }

    /** Each block may stand alone; all of them are half of the Internet. */
    @Test
    void refuse_togetherTooWide_writesNothing() {
        String[] args = Stream.concat(
                        Stream.of("--for", "squid"),
                        Stream.iterate(11, i -> i < 50, i -> i + 1).map(i -> i + ".0.0.0/8"))
                .toArray(String[]::new);
        Run run = bypass(args);

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("together");
    }

    @Test
    void usage_unknownProduct_namesThoseThatAre() {
        Run run = bypass("--for", "squidd", "av.contoso.com");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("squidd", "squid,");
        products().forEach(product -> assertThat(run.err()).contains(product));
    }

    @Test
    void usage_noProduct_namesThoseThatAre() {
        Run run = bypass("av.contoso.com");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--for", "mitmproxy");
    }

    @Test
    void usage_noTarget_isWrongUsage() {
        Run run = bypass("--for", "squid");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("TARGET");
    }

    @Test
    void usage_hostileProduct_isNotPrintedBack() {
        Run run = bypass("--for", "\u001b[31msquid\u202e", "av.contoso.com");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("?[31msquid?").doesNotContain("\u001b", "\u202e");
    }

    @Nested
    class Services {

        @TempDir
        private Path folder;

        @Test
        void list_always_namesEachServiceOnALine() {
            Run run = bypass("--list-services");

            assertThat(run.status()).isZero();
            assertThat(run.out().lines())
                    .allMatch(line -> line.matches("[a-z0-9][a-z0-9-]* +\\S.*"))
                    .anyMatch(line -> line.startsWith("teams "))
                    .anyMatch(line -> line.startsWith("zoom "));
        }

        @Test
        void render_ofService_writesItsTargetsAndWhereTheyComeFrom() {
            Run run = bypass("--for", "squid", "--service", "teams");

            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("ssl::server_name .lync.com", "dst 52.112.0.0/14", "# ", "2026");
        }

        @Test
        void render_ofServiceAndTarget_writesBoth() {
            assertThat(bypass("--for", "squid", "--service", "exchange", "av.contoso.com")
                            .out())
                    .contains("outlook.office365.com", "av.contoso.com");
        }

        @Test
        void render_ofUsersOwnService_takesItInPlaceOfTheBundledOne() throws IOException {
            Path file = Files.writeString(folder.resolve("mine.tsv"), """
                    service\tname\ttarget\twhy\tverified\tdate\tsource
                    zoom\tOur conferences\tconf.fabrikam.example\tpinned\tyes\t2026-11-23\tour contract
                    """);
            Run run = bypass("--for", "java", "--service", "zoom", "--services", file.toString());

            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("conf.fabrikam.example").doesNotContain("zoom.us");
        }

        @Test
        void render_ofFileThatIsNoTable_saysFileAndLine() throws IOException {
            Path file = Files.writeString(folder.resolve("mine.tsv"), "service\n");
            Run run = bypass("--for", "java", "--service", "zoom", "--services", file.toString());

            assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("mine.tsv", "line 1");
        }

        @Test
        void usage_unknownService_namesThoseThatAre() {
            Run run = bypass("--for", "squid", "--service", "team");

            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("no such service: team", "teams", "zoom");
        }
    }
}
