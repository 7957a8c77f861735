package dev.interloper.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformityCommandTest {

    @TempDir
    private Path folder;

    private int status;
    private String errors = "";

    private List<String> run(String... options) {
        List<String> args = new ArrayList<>(List.of("conformity", folder.toString(), "--mutations", "50"));
        args.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        status = Boards.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(new String[0]));
        errors = err.toString();
        return out.toString().lines().toList();
    }

    @Test
    void emptyCorpus_printsEverySuite_andTheTotalLast() {
        assertThat(run())
                .containsExactly(
                        "suite A: 0/0",
                        "suite B: 0/0",
                        "suite C: 0/0",
                        "suite D: 0/0",
                        "suite E: 0/0",
                        "suite F: 1/1",
                        "suite G: 0/0",
                        "suite H: 0/0",
                        "suite I: 0/0",
                        "suite J: 0/0",
                        "suite K: 0/0",
                        "conformity: 1/1");
        assertThat(status).isZero();
    }

    @Test
    void agreeingOracle_passes_whateverTheOrderOfItsMessages() throws IOException {
        new TinyCorpus(folder).capture().oracle("[49199, 47]");
        assertThat(run("--disagreements", "--suites", "AB"))
                .containsExactly("suite A: 2/2", "suite B: 1/1", "conformity: 3/3");
    }

    @Test
    void oneWrongField_countsAsFailed_andIsShownOnRequest() throws IOException {
        new TinyCorpus(folder).capture().oracle("[49199, 48]");
        assertThat(run("--suites", "A")).containsExactly("suite A: 1/2", "conformity: 1/2");
        assertThat(run("--suites", "A", "--disagreements"))
                .containsExactly(
                        "suite A: 1/2",
                        "  " + TinyCorpus.NAME + ": frame 1 type 1 192.0.2.1:50000 → 192.0.2.2:443: "
                                + "ciphers: oracle [49199, 48], ours [49199, 47] (unexplained)",
                        "conformity: 1/2");
    }

    @Test
    void minimum_notReached_failsTheRun() throws IOException {
        new TinyCorpus(folder).capture().oracle("[49199, 48]");
        run("--suites", "A", "--minimum", "0.5");
        assertThat(status).isZero();
        run("--suites", "A", "--minimum", "0.999");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void robustness_isShownApart() throws IOException {
        new TinyCorpus(folder).capture();
        assertThat(run("--suites", "AK")).containsExactly("suite A: 0/0", "suite K: 52/52", "conformity: 0/0");
        assertThat(errors).contains("50 mutated inputs, seed 1").contains("prefixes of 2 hellos");
    }

    @Test
    void negatives_failWhereAHandshakeIsFound() throws IOException {
        TinyCorpus corpus = new TinyCorpus(folder).capture();
        corpus.write("MISSED_BY_TSHARK.tsv", "pcap\tclass\n" + TinyCorpus.NAME + "\tnegative\nlost.pcap\tnegative\n");
        assertThat(run("--suites", "J")).containsExactly("suite J: 0/1", "conformity: 0/1");
    }

    @Test
    void missedCapture_isJudgedByTheForcedOracle() throws IOException {
        TinyCorpus corpus = new TinyCorpus(folder).capture().oracle("[49199, 47]");
        String table = "pcap\tclass\tdecodeas_oracle\texpected\n" + TinyCorpus.NAME
                + "\tpartial\toracle/hello.tshark.json\t\n";
        corpus.write("MISSED_BY_TSHARK.tsv", table);
        assertThat(run("--suites", "H")).containsExactly("suite H: 1/1", "conformity: 1/1");
        corpus.oracle("[1, 2]");
        assertThat(run("--suites", "H")).containsExactly("suite H: 0/1", "conformity: 0/1");
    }

    @Test
    void ja4_isComparedByFlow_inAnyOfItsForms() throws IOException {
        TinyCorpus corpus = new TinyCorpus(folder).capture();
        String columns = "#pcap\tsrc\tsport\tdst\tdport\tja4\tja4_r\tja4_ro\n";
        String flow = "hello.pcap\t192.0.2.1\t50000\t192.0.2.2\t443\t";
        corpus.write(
                "oracle/expected/ja4_python.tsv",
                columns + flow + "t12i020100_000000000000_000000000000\t\t\n" + flow + "\t\t\n"
                        + "absent.pcap\t192.0.2.1\t1\t192.0.2.2\t443\tt12i020100_0_0\t\t\n");
        assertThat(run("--suites", "C")).containsExactly("suite C: 0/1", "conformity: 0/1");
        String ours = run("--suites", "C", "--disagreements").get(1).replaceFirst(".*ours \\[(.*)\\]", "$1");
        assertThat(ours).startsWith("t12i020100_");
        corpus.write("oracle/expected/ja4_python.tsv", columns + flow + ours + "\tt12i020100_002f,c02f_000a\t\n");
        assertThat(run("--suites", "C")).containsExactly("suite C: 1/1", "conformity: 1/1");
    }

    @Test
    void noFolder_isAMistakeOfUse() {
        StringWriter err = new StringWriter();
        int wrong = Boards.run(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                "conformity",
                folder.resolve("none").toString());
        assertThat(wrong).isEqualTo(2);
        assertThat(err.toString()).contains("no such directory");
    }
}
