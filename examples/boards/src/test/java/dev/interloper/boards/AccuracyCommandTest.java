package dev.interloper.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of accuracy over three of the bundled hard cases. */
class AccuracyCommandTest {

    private static final Path HARD = Path.of("..", "captures", "hard");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "accuracy";
        args[1] = folder.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Boards.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private String last() {
        return lines().get(lines().size() - 1);
    }

    /** A corpus of the rows with these prefixes, perhaps without its column of expectations. */
    private void corpus(boolean expectations, String... prefixes) throws IOException {
        List<String> all = Files.readAllLines(HARD.resolve("labels.tsv"));
        StringBuilder table =
                new StringBuilder(expectations ? all.get(0) : all.get(0).replace("\texpect\t", "\tother\t"));
        for (String prefix : prefixes) {
            String row = all.stream()
                    .filter(line -> line.startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
            table.append('\n').append(row);
        }
        Files.writeString(folder.resolve("labels.tsv"), table + "\n");
        for (String part : List.of("pcap", "keys", "pki")) {
            Files.createDirectories(folder.resolve(part));
            try (var files = Files.list(HARD.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void accuracy_threeCases_printsRowsAndFigures() throws IOException {
        corpus(false, "hd__six-day__", "hi__authority-key__", "hi__copy-all-rsa__");
        assertThat(run("--minimum", "1")).isZero();
        assertThat(lines().get(0).split("\t", -1)).hasSize(7).startsWith("hd__six-day__openssl", "direct", "direct");
        assertThat(lines().get(1)).contains("\tintercepted\tintercepted\t").contains("key.own-issuer+9.0");
        assertThat(last())
                .matches(
                        "accuracy: cases=3 recall=1\\.0000 fpr=0\\.0000 inconclusive=0\\.0000 engine_top1=[01]\\.\\d{4}"
                                + " brier=0\\.\\d{4}");
    }

    @Test
    void accuracy_threeCases_showsHowOftenProbabilitiesCameTrue() throws IOException {
        corpus(false, "hd__six-day__", "hi__authority-key__", "hi__copy-all-rsa__");
        run();
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).matches("0\\.00 to 0\\.05 +1 +0\\.\\d{4} +0\\.0000"))
                .anySatisfy(line -> assertThat(line).matches("0\\.95 to 1\\.00 +2 +(0\\.9\\d{3}|1\\.0000) +1\\.0000"));
    }

    @Test
    void accuracy_expectations_areComparedWith() throws IOException {
        corpus(true, "hd__six-day__", "hd__owner-ca__");
        assertThat(run()).isZero();
        assertThat(last()).endsWith(" agree=1.0000");
    }

    @Test
    void accuracy_withoutKeys_seesNoCertificateOfTls13() throws IOException {
        corpus(false, "hd__six-day__openssl");
        assertThat(run("--no-keys")).isZero();
        assertThat(lines().get(0)).contains("\tinconclusive\t");
    }

    @Test
    void accuracy_belowTheMinimum_fails() throws IOException {
        corpus(false, "hi__dates-only__");
        assertThat(run("--minimum", "0.5")).isEqualTo(1);
    }

    @Test
    void accuracy_unknownKind_isRefused() throws IOException {
        corpus(false, "hd__six-day__");
        assertThat(run("--without", "tea-leaves")).isEqualTo(2);
        assertThat(err.toString()).contains("no kind 'tea-leaves'");
    }

    @Test
    void accuracy_noLabels_isRefused() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("no labels.tsv");
    }
}
