package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines for a PAC file, run by a JavaScript engine where there is one. */
class PacScriptTest {

    /** As browsers define them, but that a name is never resolved: the lines must not need it. */
    private static final String HELPERS = """
            function dnsDomainIs(host, domain) { return host.endsWith(domain); }
            function number(text) { return text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0); }
            function isInNet(host, net, mask) {
              if (!/^[0-9.]+$/.test(host)) throw new Error('asks a resolver for ' + host);
              const m = number(mask);
              return ((number(host) & m) >>> 0) === ((number(net) & m) >>> 0);
            }
            """;

    private static final String HOSTS =
            "av.contoso.com xav.contoso.com lync.com skype.com a.skype.com xskype.com a.b.lync.com xlync.com lync.com.evil.example 52.115.255.255 52.116.0.0"
                    + " 131.107.155.30 131.107.155.31 2603:1027::1 [2603:1027::1] 52.112.evil.example";

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsNode() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "no JavaScript engine: node is not installed");
    }

    @Test
    void pac_runByNode_sendsWhatWasAskedDirectAndNothingElse()
            throws IOException, BypassTargetException, InterruptedException {
        String rules = BypassRenderersTest.render(
                        "pac",
                        "av.contoso.com",
                        "*.lync.com",
                        ".skype.com",
                        "131.107.155.30",
                        "52.112.0.0/14",
                        "2603:1027::1")
                .text();
        String script = HELPERS + "function FindProxyForURL(url, host) {\n" + rules + "return \"PROXY\";\n}\n"
                + "for (const host of \"" + HOSTS + "\".split(' ')) console.log(host + ' '"
                + " + FindProxyForURL('https://' + host + '/', host));\n";
        Process node = new ProcessBuilder(
                        "node",
                        Files.writeString(folder.resolve("pac.js"), script).toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(out).isZero();
        assertThat(out.lines().filter(line -> line.endsWith(" DIRECT")).map(line -> line.split(" ", -1)[0]))
                .containsExactly(
                        "av.contoso.com",
                        "skype.com",
                        "a.skype.com",
                        "a.b.lync.com",
                        "52.115.255.255",
                        "131.107.155.30",
                        "2603:1027::1",
                        "[2603:1027::1]");
        assertThat(out.lines()).hasSize(HOSTS.split(" ").length);
    }
}
