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

class ClientsCommandTest {

    private static final Path CAPTURE = Path.of("..", "captures", "founding-case.pcapng");

    @TempDir
    private Path folder;

    private List<String> run() {
        StringWriter out = new StringWriter();
        int status = Boards.run(
                new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), "clients", folder.toString());
        assertThat(status).isZero();
        return out.toString().lines().toList();
    }

    private void put(String capture) throws IOException {
        Path to = folder.resolve("reference_fingerprints").resolve("pcaps").resolve(capture);
        Files.createDirectories(to.getParent());
        Files.copy(CAPTURE, to);
    }

    @Test
    void emptyFolder_hasAnEmptyTable() {
        assertThat(run()).last().isEqualTo("clients: middleboxes=0/0 browsers=0/0 named=0 unknown=0");
    }

    @Test
    void programsHello_underABrowsersLabel_isFlagged_andWithoutOneIsNot() throws IOException {
        put("middleboxes/windows-7-chrome-131/handshake.pcap");
        put("browsers/nobody/handshake.pcap");
        List<String> lines = run();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("middleboxes\twindows-7-chrome-131/handshake.pcap\tintercepted\t"));
        assertThat(lines).anyMatch(line -> line.startsWith("browsers\tnobody/handshake.pcap\tinconclusive\t"));
        assertThat(lines).last().isEqualTo("clients: middleboxes=1/1 browsers=0/1 named=0 unknown=1");
    }

    @Test
    void metadata_goesBeforeTheFoldersWords() throws IOException {
        put("browsers/chrome-131/handshake.pcap");
        Files.writeString(
                folder.resolve("reference_fingerprints").resolve("fingerprint_metadata.jsonl"),
                "{\"handshake_pcap\": \"reference_fingerprints/pcaps/browsers/chrome-131/handshake.pcap\", \"ua_fingerprint\": "
                        + "{\"browser\": \"IE\", \"browser_version\": \"9\", \"os\": \"Windows\", \"os_version\": \"6.1\"}}\n");
        assertThat(run()).anyMatch(line -> line.endsWith("MSIE 9; Windows NT 6.1; Trident/5.0)"));
    }
}
