package dev.interloper.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The floors of the server side. Needs the system property {@code interloper.corpora}, the folder that holds {@code tls/}. */
class ClientsCorpusTest {

    private static final Pattern CLOSING =
            Pattern.compile("clients: middleboxes=(\\d+)/25 browsers=(\\d+)/100 named=(\\d+) .*");

    private static List<String> run(String... options) {
        String corpora = System.getProperty("interloper.corpora");
        Assumptions.assumeTrue(corpora != null, "-Dinterloper.corpora is absent");
        StringWriter out = new StringWriter();
        String[] args = new String[options.length + 2];
        args[0] = "clients";
        args[1] = Path.of(corpora, "tls", "mitmengine").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        assertThat(Boards.run(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), args))
                .isZero();
        return out.toString().lines().toList();
    }

    private static Matcher closing(List<String> lines) {
        Matcher closing = CLOSING.matcher(lines.get(lines.size() - 1));
        assertThat(closing.matches()).as(lines.get(lines.size() - 1)).isTrue();
        return closing;
    }

    @Test
    void middleboxes_areFlagged_browsersAreNot() {
        Matcher closing = closing(run());
        assertThat(Integer.parseInt(closing.group(1))).isGreaterThanOrEqualTo(23);
        assertThat(closing.group(2)).isEqualTo("0");
        assertThat(Integer.parseInt(closing.group(3))).isGreaterThanOrEqualTo(20);
    }

    @Test
    void middleboxes_withoutAnyKnownHello_areMostlyFlaggedToo() {
        Matcher closing = closing(run("--without-hellos"));
        assertThat(Integer.parseInt(closing.group(1))).isGreaterThanOrEqualTo(17);
        assertThat(closing.group(2)).isEqualTo("0");
    }

    @Test
    void plainLibraries_andMachinesWithoutProtection_areNotFlagged() {
        assertThat(run())
                .filteredOn(
                        line -> line.startsWith("openssl\t") || line.startsWith("gnutls\t") || line.contains("-none-"))
                .hasSizeGreaterThan(70)
                .noneMatch(line -> line.contains("\tintercepted\t"));
    }
}
