package dev.interloper.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Interloper;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.probe.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The page of a probe: the diagnosis first, and as harmless as the other page. */
class HtmlProbeReportTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00.123456789Z");

    private static ProbeReport refused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        return Interloper.builder()
                .build()
                .probe(Probe.to("av.contoso.com", port)
                        .connectTo(InetAddress.getLoopbackAddress())
                        .patience(Duration.ofSeconds(2))
                        .clock(Clock.fixed(AT, ZoneOffset.UTC))
                        .build());
    }

    private static String page(ProbeReport report, int times) throws IOException {
        HtmlProbeReport page = new HtmlProbeReport();
        for (int i = 0; i < times; i++) {
            page.probe(report);
        }
        StringBuilder out = new StringBuilder();
        page.writeTo(out);
        return out.toString();
    }

    @Test
    void writeTo_refused_saysWhatIsWrongFirstThenWhatToDoThenWhy() throws IOException {
        ProbeReport report = refused();
        String page = page(report, 1);

        HtmlReportTest.parsed(page);
        assertThat(page)
                .containsSubsequence(
                        "Content-Security-Policy",
                        "<h1>",
                        "av.contoso.com",
                        "class=\"summary inconclusive\"",
                        "class=\"headline\"",
                        "FIREWALL_REJECT",
                        "What to do",
                        "How that is known",
                        "What was asked",
                        "<th scope=\"row\">handshake</th>",
                        "</html>")
                .doesNotContain("<script", " src=", "@import", "url(");
    }

    @Test
    void writeTo_time_isWholeMilliseconds() throws IOException {
        assertThat(page(refused(), 1)).contains("2026-11-23T08:00:00.123Z").doesNotContain(".123456");
    }

    @Test
    void writeTo_moreThanIsShown_countsTheRest() throws IOException {
        assertThat(page(refused(), HtmlProbeReport.MAX_PROBES + 2)).contains("2 more destinations are not shown.");
    }
}
