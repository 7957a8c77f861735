package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interloper.core.Interloper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a user meets it: what it prints where, and its exit status. */
class InterloperCliTest {

    private static final Path CAPTURES = Path.of("..", "captures");
    private static final String ROOTS = CAPTURES.resolve("public-roots.pem").toString();
    private static final String FOUNDING = capture("founding-case");
    private static final String BYPASSED = capture("founding-case-bypassed");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    private Path folder;

    private String text;
    private String empty;
    private String cutIntercepted;
    private String cutDirect;
    private String nothing;

    @BeforeEach
    void badInputs() throws IOException {
        text = write("notes.txt", "These are notes about a capture.\n".getBytes(StandardCharsets.UTF_8));
        empty = write("empty.pcap", new byte[0]);
        cutIntercepted = cut(FOUNDING, "cut-intercepted.pcapng");
        cutDirect = cut(BYPASSED, "cut-direct.pcapng");
        // a pcap header, microseconds, Ethernet, and no packet
        nothing = write("nothing.pcap", new byte[] {
            (byte) 0xd4,
            (byte) 0xc3,
            (byte) 0xb2,
            (byte) 0xa1,
            2,
            0,
            4,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            4,
            0,
            1,
            0,
            0,
            0
        });
    }

    private static String capture(String name) {
        return CAPTURES.resolve(name + ".pcapng").toString();
    }

    private String write(String name, byte[] contents) throws IOException {
        return Files.write(folder.resolve(name), contents).toString();
    }

    /** The last packet's block ends in mid-packet. */
    private String cut(String capture, String name) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(capture));
        return write(name, Arrays.copyOf(whole, whole.length - 60));
    }

    private static Run inspect(String... args) {
        List<String> all = new ArrayList<>(List.of("inspect", "--public-roots", ROOTS));
        all.addAll(Arrays.asList(args));
        return Run.of(all.toArray(String[]::new));
    }

    @Nested
    class ExitStatuses {

        @Test
        void inspect_direct_is0() {
            Run run = inspect(BYPASSED);
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains("Verdict: DIRECT", "1 TLS handshake: 0 intercepted, 1 direct, 0 inconclusive");
        }

        @Test
        void inspect_lookalikes_are0() {
            assertThat(inspect(capture("lookalike-jsse"), capture("lookalike-large-chain"))
                            .status())
                    .isZero();
        }

        @Test
        void inspect_intercepted_is1() {
            Run run = inspect(FOUNDING);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains(
                            "Verdict: INTERCEPTED by Websense",
                            "avedge.fabrikam.example (port 443)",
                            "Add to the bypass");
        }

        @Test
        void inspect_rootsUnknown_is2() {
            Run run = Run.of("inspect", BYPASSED);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).contains("Verdict: INCONCLUSIVE");
        }

        @Test
        void inspect_noHandshake_is2() {
            Run run = inspect(nothing);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).contains("0 packets, 0 TCP connections, 0 TLS handshakes; nothing to judge");
            assertThat(run.err()).isEmpty();
        }

        @Test
        void inspect_extraAnchorsOfTheProxy_isStill1() {
            assertThat(Run.of("inspect", FOUNDING, "--extra-anchors", ROOTS, "--extra-anchors", ROOTS)
                            .status())
                    .isEqualTo(1);
        }

        @Test
        void run_programFails_is70AndNeverIntercepted() {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream broken = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
                @Override
                public void println(String line) {
                    throw new IllegalStateException("the paper is out");
                }
            };
            int status =
                    InterloperCli.run(broken, new PrintStream(err, true, StandardCharsets.UTF_8), "inspect", BYPASSED);
            assertThat(status).isEqualTo(70);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("the paper is out");
        }

        @ParameterizedTest
        @CsvSource({"founding-case, 1", "founding-case-bypassed, 70"})
        void run_outputCannotBeWritten_isNot0(String name, int status) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            OutputStream full = new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    throw new IOException("no space left");
                }
            };
            assertThat(InterloperCli.run(
                            new PrintStream(full, false, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            "inspect",
                            "--public-roots",
                            ROOTS,
                            capture(name)))
                    .isEqualTo(status);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
        }
    }

    @Nested
    class Usage {

        private void assertWrong(Run run, String reason) {
            assertThat(run.status()).isEqualTo(64);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(reason);
        }

        @Test
        void run_noArguments_is64WithTheUsage() {
            assertWrong(Run.of(), "Usage: interloper");
        }

        @Test
        void run_unknownCommand_is64() {
            assertWrong(Run.of("expect", FOUNDING), "expect");
        }

        @Test
        void run_unknownTopLevelOption_is64() {
            assertWrong(Run.of("--frobnicate"), "--frobnicate");
        }

        @Test
        void inspect_unknownOption_is64() {
            assertWrong(Run.of("inspect", "--frobnicate", FOUNDING), "--frobnicate");
        }

        @Test
        void inspect_wrongUsage_isShortAndSaysWhereToLook() {
            Run run = inspect("--no\u001b[31mne", FOUNDING);
            assertThat(run.err()).contains("Unknown option", "--no?[31mne").doesNotContain("\u001b");
            assertThat(inspect().err()).contains("interloper inspect --help").doesNotContain("Usage:");
        }

        @Test
        void inspect_noFile_is64() {
            assertWrong(Run.of("inspect"), "FILE");
        }

        @Test
        void inspect_optionWithoutValue_is64() {
            assertWrong(Run.of("inspect", FOUNDING, "--host"), "--host");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--public-roots", "--extra-anchors"})
        void inspect_anchorsMissing_is64(String option) {
            assertWrong(
                    Run.of(
                            "inspect",
                            FOUNDING,
                            option,
                            folder.resolve("none.pem").toString()),
                    "none.pem: no such file");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--public-roots", "--extra-anchors"})
        void inspect_anchorsWithoutCertificate_is64(String option) {
            Run run = Run.of("inspect", FOUNDING, option, text);
            assertWrong(run, option + ": ");
            assertThat(run.err()).contains("BEGIN CERTIFICATE");
        }

        @Test
        void inspect_anchorsAreAFolder_is64() {
            assertWrong(Run.of("inspect", FOUNDING, "--public-roots", folder.toString()), "--public-roots");
        }

        @Test
        void inspect_anchorsDamaged_is64() throws IOException {
            String damaged = write(
                    "damaged.pem",
                    "-----BEGIN CERTIFICATE-----\nMIIBAAA=\n-----END CERTIFICATE-----\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertWrong(Run.of("inspect", FOUNDING, "--public-roots", damaged), "does not parse");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "two words", "a..b", "https://www.example.org", "1.2.3"})
        void inspect_badHost_is64BeforeAnythingIsPrinted(String host) {
            assertWrong(inspect(FOUNDING, "--host", host), "--host: neither a host name nor an IP address");
            assertWrong(inspect(FOUNDING, "--json", "--host", host), "--host");
        }

        @ParameterizedTest
        @CsvSource({"--help, Usage: interloper", "-h, inspect", "--version, interloper 0.1", "help, Usage: interloper"})
        void run_help_is0(String argument, String printed) {
            Run run = Run.of(argument);
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains(printed);
        }

        @Test
        void inspect_help_is0AndTellsTheStatuses() {
            Run run = Run.of("inspect", "--help");
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains(
                            "--public-roots",
                            "--extra-anchors",
                            "--json",
                            "--host",
                            "--keys",
                            "--reference",
                            "Exit status",
                            "65")
                    .contains("unreadable or cut short", "70");
        }
    }

    @Nested
    class BadInput {

        private void assertUnreadable(Run run, String file, String reason) {
            assertThat(run.status()).isEqualTo(65);
            assertThat(run.err()).startsWith("interloper: " + file + ": ").contains(reason, "at byte ");
        }

        @Test
        void inspect_textFile_is65() {
            assertUnreadable(inspect(text), text, "(at byte 0, after 0 packets)");
        }

        @Test
        @DisabledOnOs(OS.WINDOWS) // has no such names
        void inspect_nameWithControlCharacters_isPrintedWithoutThem() throws IOException {
            Path named = Files.copy(Path.of(FOUNDING), folder.resolve("we\nird\u001b[31m.pcapng"));
            Run run = inspect(named.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("we?ird?[31m.pcapng").doesNotContain("\u001b");
            Run missing = inspect(
                    "no\u001b[31mne", "--html", folder.resolve("\u001b/page").toString());
            assertThat(missing.out() + missing.err()).contains("no?[31mne").doesNotContain("\u001b");
        }

        @Test
        void inspect_emptyFile_is65() {
            assertUnreadable(inspect(empty), empty, "empty");
        }

        @Test
        void inspect_folder_is65() {
            assertUnreadable(inspect(folder.toString()), folder.toString(), "directory");
        }

        @Test
        void inspect_missingFile_is65() {
            String missing = folder.resolve("missing.pcap").toString();
            assertUnreadable(inspect(missing), missing, "no such file");
        }

        @Test
        void inspect_cutInMidPacket_is65AndStillReports() {
            Run run = inspect(cutDirect);
            assertUnreadable(run, cutDirect, "ends");
            assertThat(run.err()).containsPattern("at byte [1-9][0-9]{2,}, after [1-9][0-9]* packets");
            assertThat(run.out()).contains("Verdict: DIRECT", "1 direct");
        }

        @Test
        void inspect_cutEverywhere_neverFailsOtherwise() throws IOException {
            byte[] whole = Files.readAllBytes(Path.of(FOUNDING));
            for (int length = 0; length < whole.length; length += 41) {
                Run run = inspect(write("cut.pcapng", Arrays.copyOf(whole, length)));
                assertThat(run.status()).as("cut after %d bytes", length).isIn(1, 2, 65);
                assertThat(run.err()).as("cut after %d bytes", length).doesNotContain("Exception");
            }
        }

        @Test
        void inspect_interceptedAndCut_is1() {
            Run run = inspect(cutIntercepted);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains(cutIntercepted);
            assertThat(run.out()).contains("Verdict: INTERCEPTED");
        }

        @Test
        void inspect_inconclusiveAndBad_is65() {
            assertThat(inspect(nothing, text).status()).isEqualTo(65);
            assertThat(Run.of("inspect", BYPASSED, empty).status()).isEqualTo(65);
        }
    }

    @Nested
    class SeveralFiles {

        @Test
        void inspect_several_reportsEachAndTakesTheWorst() {
            Run run = inspect(BYPASSED, text, FOUNDING);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .containsSubsequence(
                            "Verdict: DIRECT", BYPASSED + ": ", text + ": 0 packets", "Verdict: INTERCEPTED");
            assertThat(run.err().lines()).hasSize(1);
        }

        @Test
        void inspect_directAndAFileWithoutHandshake_is0() {
            assertThat(inspect(BYPASSED, nothing).status()).isZero();
        }

        @Test
        void inspect_directAndInconclusive_is2() throws IOException {
            String pem = Files.readString(Path.of(ROOTS));
            String end = "-----END CERTIFICATE-----\n";
            String oneRoot = write(
                    "one-root.pem",
                    pem.substring(0, pem.indexOf(end) + end.length()).getBytes(StandardCharsets.US_ASCII));
            Run run = Run.of("inspect", "--public-roots", oneRoot, BYPASSED, capture("lookalike-jsse"));
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).contains("1 direct, 0 inconclusive", "0 direct, 1 inconclusive");
        }
    }

    @Nested
    class Options {

        @Test
        void json_withABadFileAmongThem_isOneDocument() throws IOException {
            Run run = inspect("--json", FOUNDING, text, cutDirect, folder.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err().lines()).hasSize(3);
            JsonNode captures = JSON.readTree(run.out()).path("captures");
            assertThat(captures).hasSize(4);
            assertThat(captures.at("/0/connections/0/verdict/outcome").textValue())
                    .isEqualTo("intercepted");
            assertThat(captures.at("/1/problem/kind").textValue()).isEqualTo("not_a_capture");
            assertThat(captures.at("/2/problem/kind").textValue()).isEqualTo("cut_short");
            assertThat(captures.at("/2/connections")).hasSize(1);
            assertThat(captures.at("/3/problem/kind").textValue()).isEqualTo("unreadable");
        }

        @Test
        void json_status_isTheSameAsOfText() {
            for (String file : List.of(FOUNDING, BYPASSED, text, nothing, cutDirect, cutIntercepted)) {
                assertThat(inspect("--json", file).status())
                        .as(file)
                        .isEqualTo(inspect(file).status());
            }
        }

        @ParameterizedTest
        @CsvSource({"avedge.fabrikam.example, 1", "AvEdge.Fabrikam.Example, 1", "203.0.113.30, 1", "other.example, 2"})
        void host_given_keepsOnlyItsConnections(String host, int status) {
            assertThat(inspect(FOUNDING, "--host", host).status()).isEqualTo(status);
        }

        @Test
        void host_other_countsWhatItPassedOver() {
            Run run = inspect(FOUNDING, "--host", "other.example");
            assertThat(run.out()).contains("1 TLS handshake, 0 of them for this host; nothing to judge");
        }

        @Test
        void keys_ofTheConnection_showItsCertificate() {
            String capture = CAPTURES.resolve("tls13-mitmproxy.pcap").toString();
            String keys = CAPTURES.resolve("tls13-mitmproxy.keys").toString();

            Run without = inspect(capture);
            Run with = inspect(capture, "--keys", keys);

            assertThat(without.status()).isEqualTo(2);
            assertThat(without.out())
                    .contains("Verdict: INCONCLUSIVE", "key log")
                    .doesNotContain("issued by");
            assertThat(with.status()).isEqualTo(1);
            assertThat(with.out())
                    .contains(
                            "Verdict: INTERCEPTED by mitmproxy",
                            "issued by   O=mitmproxy,CN=mitmproxy",
                            "CertificateVerify");
        }

        @Test
        void keys_missingFile_isWrongUsage() {
            Run run = inspect(FOUNDING, "--keys", "nowhere.keys");
            assertThat(run.status()).isEqualTo(64);
            assertThat(run.err()).contains("--keys: nowhere.keys: no such file");
        }

        @Test
        void keys_withoutASecret_saysSoAndGoesOn() {
            Run run = inspect(FOUNDING, "--keys", text);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("no line of it is a secret");
            assertThat(run.out()).contains("Verdict: INTERCEPTED");
        }

        @Test
        void reference_foundingCaseBesideItsBypass_showsTheDifferences() {
            Run run = inspect(FOUNDING, "--reference", BYPASSED);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .containsSubsequence(
                            "Verdict: INTERCEPTED",
                            "[reference.issuer]",
                            "Beside the reference",
                            "this connection",
                            "the reference",
                            "! issuer",
                            "CN=Websense Public Primary");
        }

        @Test
        void reference_directBesideItself_isDirectAndSaysTheSame() {
            Run run = inspect(BYPASSED, "--reference", BYPASSED);
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("[reference.same]", "The same: version,")
                    .doesNotContainPattern("(?m)^  [!~?] ");
        }

        @Test
        void reference_interceptedItself_saysSoAndIsNotUsed() {
            Run run = inspect(BYPASSED, "--reference", FOUNDING);
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("The reference is intercepted itself")
                    .doesNotContain("Beside the reference");
        }

        @Test
        void reference_withItsOwnKeys_isReadWithThem() {
            String capture = CAPTURES.resolve("tls13-mitmproxy.pcap").toString();
            String keys = CAPTURES.resolve("tls13-mitmproxy.keys").toString();
            assertThat(inspect(capture, "--reference", capture, "--reference-keys", keys)
                            .out())
                    .contains("The reference is intercepted itself");
            assertThat(inspect(capture, "--reference", capture).out()).doesNotContain("intercepted itself");
        }

        @Test
        void reference_json_hasAnObjectForIt() throws IOException {
            Run run = inspect("--json", FOUNDING, "--reference", BYPASSED);
            JsonNode connection = JSON.readTree(run.out()).at("/captures/0/connections/0");
            assertThat(connection.path("referenceStanding").textValue()).isEqualTo("genuine");
            assertThat(connection.at("/comparison/aspects").findValuesAsText("name"))
                    .contains("version", "issuer", "records");
        }

        @Test
        void reference_unreadable_is65UnlessSomethingIsIntercepted() {
            Run direct = inspect(BYPASSED, "--reference", text);
            assertThat(direct.status()).isEqualTo(65);
            assertThat(direct.err()).contains(text);
            assertThat(direct.out()).contains("Verdict: DIRECT", "holds no connection to this host");
            assertThat(inspect(FOUNDING, "--reference", text).status()).isEqualTo(1);
        }

        @Test
        void reference_vouchedFor_decidesWhatNothingElseDoes() {
            assertThat(Run.of("inspect", BYPASSED, "--reference", BYPASSED).status())
                    .isEqualTo(2);
            Run run = Run.of("inspect", BYPASSED, "--reference", BYPASSED, "--reference-genuine");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("which is the server's own");
        }

        @Test
        void reference_keysWithoutIt_isWrongUsage() {
            Run run = inspect(
                    FOUNDING,
                    "--reference-keys",
                    CAPTURES.resolve("tls13-mitmproxy.keys").toString());
            assertThat(run.status()).isEqualTo(64);
            assertThat(run.err()).contains("--reference-keys: there is no --reference");
        }

        @Test
        void inspect_twice_printsTheSame() {
            assertThat(inspect(FOUNDING).out()).isEqualTo(inspect(FOUNDING).out());
        }
    }

    @Nested
    class OwnKnowledge {

        @Test
        void engines_ownRow_namesTheEngine() throws IOException {
            Path capture = CAPTURES.resolve("hard/pcap/hi__mixed__openssl-tls12.pcap");
            String shape = Interloper.create().capture(capture).inspect().connections().stream()
                    .flatMap(one -> one.observation().forgePrint().stream())
                    .filter(leaf -> !leaf.hasEmbeddedScts())
                    .map(leaf -> leaf.shape().text())
                    .findFirst()
                    .orElseThrow();
            String rows = String.join(
                    "\n",
                    "engine\tkind\tvariant\tshape\tdate\tsource",
                    "gatekeeper\tinterceptor\tours\t" + shape + "\t2026-11-23\tour own measurement");
            Run run = inspect(
                    "--engines", write("engines.tsv", rows.getBytes(StandardCharsets.UTF_8)), capture.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("by an engine like gatekeeper", "is made as gatekeeper makes them");
        }

        @Test
        void products_ownRow_namesTheProduct() throws IOException {
            String head = "product vendor kind field match pattern strength date source";
            String row = "Gatekeeper Contoso enterprise-proxy issuer-dn regex ^.*$ strong 2026-11-23 us";
            String rows = head.replace(' ', '\t') + '\n' + row.replace(' ', '\t');
            Run run = inspect(
                    "--products",
                    write("products.tsv", rows.getBytes(StandardCharsets.UTF_8)),
                    CAPTURES.resolve("hard/pcap/hi__mixed__openssl-tls12.pcap").toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("Verdict: INTERCEPTED by Gatekeeper, Contoso");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--engines", "--products", "--ct-logs"})
        void ownFile_broken_is64AndNamesIt(String option) {
            Run run = inspect(option, text, FOUNDING);
            assertThat(run.status()).isEqualTo(64);
            assertThat(run.err()).contains(option, "notes.txt");
            assertThat(run.out()).isEmpty();
        }
    }

    @Nested
    class Overviews {

        private static final Path HARD = CAPTURES.resolve("hard");

        private Run mixed(String... more) {
            List<String> args = new ArrayList<>(List.of(
                    "inspect",
                    "--public-roots",
                    HARD.resolve("pki/roots.pem").toString(),
                    "--ct-logs",
                    HARD.resolve("pki/log_list.json").toString()));
            args.addAll(Arrays.asList(more));
            args.add(HARD.resolve("pcap/hi__mixed__openssl-tls12.pcap").toString());
            return Run.of(args.toArray(String[]::new));
        }

        @Test
        void inspect_sixHosts_closesWithWhoInterceptsWhat() {
            Run run = mixed();
            assertThat(run.status()).isEqualTo(1);
            String overview = run.out().substring(run.out().indexOf("All connections together"));
            assertThat(overview).contains("intercepted ", "an unknown interceptor", "in 4", "exempt ");
        }

        @Test
        void inspectJson_sixHosts_hasAnOverview() throws IOException {
            var overview = JSON.readTree(mixed("--json").out()).at("/captures/0/overview");
            assertThat(overview.at("/interceptors/0/hosts")).hasSize(4);
            assertThat(overview.at("/direct")).hasSize(2);
        }
    }

    @Test
    void signals_always_listsEachWithItsReasons() {
        Run run = Run.of("signals");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("key.own-issuer", "  why  ", "  weight  ", "  mistakes  ", "needs     capture");
    }
}
