package dev.interloper.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.forgery.ForgeFeature;
import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.certs.forgery.ForgeShapeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintCommandTest {

    @TempDir
    private Path folder;

    private Path chain = Path.of("");
    private Path root = Path.of("");
    private int status;
    private String errors = "";

    @BeforeEach
    void writeChain() throws IOException {
        TinyTrust tiny = new TinyTrust(folder.resolve("certs"));
        String authority = TinyTrust.pem(tiny.rootCertificate());
        chain = Files.writeString(
                folder.resolve("chain.pem"),
                "depth=0 CN = - a client's chatter -\n" + TinyTrust.pem(tiny.leafCertificate()) + authority);
        root = Files.writeString(folder.resolve("root.pem"), authority);
    }

    private List<String> run(String... args) {
        List<String> all = new ArrayList<>(List.of("print"));
        all.addAll(Arrays.asList(args));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        status = Boards.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(new String[0]));
        errors = err.toString();
        return out.toString().lines().toList();
    }

    @Test
    void print_chain_isALineThatTheTableOfEnginesReads() throws ForgeShapeException {
        List<String> lines = run(chain.toString(), "--at", TinyTrust.FROM);
        assertThat(status).isZero();
        assertThat(lines).hasSize(1);
        ForgeShape shape = ForgeShape.parse(lines.get(0));
        assertThat(shape.feature(ForgeFeature.EXTENSIONS)).contains("bc!,ski,aki,ku!,eku,san");
        assertThat(shape.feature(ForgeFeature.CHAIN)).contains("2,root");
        assertThat(shape.feature(ForgeFeature.KEY)).contains("ec256");
    }

    @Test
    void print_near_addsTheMostAlike() {
        List<String> lines = run(chain.toString(), "--near", "2");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).matches("# 0\\.\\d{3} (tool|interceptor) \\S.*, .*");
        assertThat(lines.get(1).substring(2, 7))
                .isGreaterThanOrEqualTo(lines.get(2).substring(2, 7));
    }

    @Test
    void print_commonOfTwo_leavesOutWhereTheyDiffer() throws ForgeShapeException {
        List<String> lines = run("--common", chain.toString(), root.toString());
        assertThat(lines).hasSize(1);
        ForgeShape shape = ForgeShape.parse(lines.get(0));
        assertThat(shape.feature(ForgeFeature.KEY)).contains("ec256");
        assertThat(shape.feature(ForgeFeature.EXTENSIONS)).isEmpty();
        assertThat(shape.feature(ForgeFeature.BASIC_CONSTRAINTS)).isEmpty();
    }

    @Test
    void print_badInstant_saysWhatWasExpected() {
        assertThat(run(chain.toString(), "--at", "today")).isEmpty();
        assertThat(status).isEqualTo(2);
        assertThat(errors).contains("--at: expected an instant such as", "'today'");
    }

    @Test
    void print_noCertificate_failsAndNamesTheFile() throws IOException {
        Path empty = Files.writeString(
                folder.resolve("empty.pem"), "-----BEGIN CERTIFICATE-----\n=?\n-----END CERTIFICATE-----\n");
        assertThat(run(empty.toString())).isEmpty();
        assertThat(status).isEqualTo(1);
        assertThat(errors).contains("empty.pem: no certificate");
    }

    @Test
    void print_noFile_failsAndNamesIt() {
        assertThat(run(folder.resolve("none.pem").toString())).isEmpty();
        assertThat(status).isEqualTo(2);
        assertThat(errors).contains("none.pem: no such file");
    }
}
