package dev.interloper.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageCatalogTest {

    private static final PageCatalog CATALOG = PageCatalog.bundled();
    private static final String COLUMNS = "product\tkind\tstrength\tplace\tmatch\tmarker\tdate\tsource\n";

    private static HttpReply reply(String text) {
        return HttpReply.parse(Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1)))
                .orElseThrow();
    }

    private static Optional<PageFinding> recognised(String text) {
        return CATALOG.recognise(reply(text));
    }

    static Stream<PagePattern> rows() {
        return CATALOG.patterns().stream();
    }

    /** A row whose marker cannot be found where it says is no row. */
    @ParameterizedTest
    @MethodSource("rows")
    void row_inAReplyThatHoldsItsMarker_isFound(PagePattern row) {
        String text = switch (row.place()) {
            case "location" -> "HTTP/1.1 302 Found\r\nLocation: " + row.marker() + "\r\n\r\n";
            case "title" -> "HTTP/1.1 200 OK\r\n\r\n<title>" + row.marker() + "</title>";
            case "body" -> "HTTP/1.1 200 OK\r\n\r\n<html>" + row.marker() + "</html>";
            default ->
                "HTTP/1.1 200 OK\r\n" + row.place().substring("header ".length()) + ": " + row.marker() + "\r\n\r\n";
        };
        assertThat(row.find(reply(text))).isPresent();
        assertThat(row.find(reply("HTTP/1.1 200 OK\r\n\r\nhello"))).isEmpty();
        assertThat(row.source()).isNotBlank();
        if (row.strong() && row.kind() != PageKind.NOT_A_PROXY) {
            assertThat(CATALOG.recognise(reply(text)).orElseThrow().product()).isEqualTo(row.product());
        }
    }

    @Test
    void recognise_squidsRefusal_isABlock() {
        PageFinding page = recognised("HTTP/1.1 403 Forbidden\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\n\r\n")
                .orElseThrow();
        assertThat(page.product()).isEqualTo("Squid");
        assertThat(page.kind()).isEqualTo(PageKind.BLOCK);
    }

    @Test
    void recognise_squidsFailedConnection_isAnError() {
        assertThat(recognised("HTTP/1.1 503 X\r\nX-Squid-Error: ERR_SECURE_CONNECT_FAIL 92\r\n\r\n")
                        .orElseThrow()
                        .kind())
                .isEqualTo(PageKind.ERROR);
    }

    @Test
    void recognise_articleThatMentionsAProduct_isNobodysPage() {
        assertThat(recognised(
                        "HTTP/1.1 200 OK\r\n\r\n<title>News</title>How Zscaler and FortiGuard Web Filtering work"))
                .isEmpty();
    }

    @Test
    void recognise_cacheBeforeTheServer_isNoProxyOfTheClient() {
        assertThat(recognised("HTTP/1.1 200 OK\r\nX-Cache: MISS from edge\r\nVia: 1.1 varnish\r\n\r\nx"))
                .isEmpty();
    }

    @Test
    void recognise_serviceBeforeTheServer_isSuppressed() {
        assertThat(recognised("HTTP/1.1 403 Forbidden\r\nServer: cloudflare\r\n\r\n(squid/5.7) FortiGate"))
                .isEmpty();
    }

    @Test
    void recognise_statusAlone_tellsWhatItMeans() {
        assertThat(recognised("HTTP/1.1 511 X\r\n\r\n").orElseThrow().kind()).isEqualTo(PageKind.CAPTIVE);
        assertThat(recognised("HTTP/1.1 407 X\r\n\r\n").orElseThrow().kind()).isEqualTo(PageKind.AUTHENTICATION);
        assertThat(recognised("HTTP/1.1 404 X\r\n\r\n")).isEmpty();
    }

    @Test
    void parse_ownRows_areAdded() throws IOException {
        PageCatalog own = PageCatalog.parse(
                new StringReader(COLUMNS + "Mine\tblock\tstrong\tbody\tcontains\tMY WALL\t2026-11-23\ttest\n"), "own");
        assertThat(CATALOG.plus(own)
                        .recognise(reply("HTTP/1.1 200 OK\r\n\r\nmy wall"))
                        .orElseThrow()
                        .product())
                .isEqualTo("Mine");
    }

    @Test
    void parse_brokenRow_saysFileLineAndWhatWasExpected() {
        assertThatThrownBy(() -> PageCatalog.parse(
                        new StringReader(COLUMNS + "Mine\tblock\tvery\tbody\tcontains\tx\t2026-11-23\ttest\n"),
                        "own.tsv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.tsv, line 2")
                .hasMessageContaining("expected one of [exact, strong, weak] in column strength, found 'very'");
    }
}
