package dev.interloper.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HttpReplyTest {

    private static Optional<HttpReply> parse(String text) {
        return HttpReply.parse(Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void parse_wholeReply_hasItsParts() {
        HttpReply reply = parse("HTTP/1.1 302 Found\r\nLocation: http://portal/\r\nVia: a\r\nvia: b\r\n\r\n"
                        + "<html><TITLE lang=en> Sign in </TITLE>")
                .orElseThrow();
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.reason()).isEqualTo("Found");
        assertThat(reply.location()).contains("http://portal/");
        assertThat(reply.header("VIA")).containsExactly("a", "b");
        assertThat(reply.title()).contains("Sign in");
    }

    @Test
    void location_ofSuccess_isNone() {
        assertThat(parse("HTTP/1.1 200 OK\r\nLocation: /x\r\n\r\n")
                        .orElseThrow()
                        .location())
                .isEmpty();
    }

    @Test
    void parse_interimReply_isPassedOver() {
        assertThat(parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 511 No\r\n\r\n")
                        .orElseThrow()
                        .status())
                .isEqualTo(511);
    }

    @Test
    void parse_endlessInterimReplies_endsWithout() {
        assertThat(parse("HTTP/1.1 100 Continue\r\n\r\n".repeat(1000) + "x")).isEmpty();
    }

    @Test
    void parse_otherProtocol_isNoReply() {
        assertThat(parse("SSH-2.0-OpenSSH\r\n")).isEmpty();
        assertThat(parse("")).isEmpty();
        assertThat(parse("HTTP/2 200\r\n\r\n")).isEmpty();
    }

    @Test
    void body_chunked_isJoinedAsFarAsItGoes() {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(parse(head + "4;x=y\r\nWiki\r\n5\r\npedia\r\n0\r\n\r\n")
                        .orElseThrow()
                        .body())
                .isEqualTo("Wikipedia");
        assertThat(parse(head + "ffffffff\r\nshort").orElseThrow().body()).isEqualTo("short");
        assertThat(parse(head + "-4\r\nWiki\r\n").orElseThrow().body()).isEmpty();
    }

    @Test
    void body_ofBomb_endsAtTheLimit() throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.writeBytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (GZIPOutputStream gzip = new GZIPOutputStream(reply)) {
            gzip.write(new byte[4_000_000]);
        }
        assertThat(HttpReply.parse(Bytes.copyOf(reply.toByteArray()))
                        .orElseThrow()
                        .body())
                .hasSize(HttpReply.MAX_BODY);
    }

    @Test
    void headers_endless_areBounded() {
        HttpReply reply = parse("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(5000) + "\r\nbody")
                .orElseThrow();
        assertThat(reply.headers()).hasSizeLessThanOrEqualTo(200);
        assertThat(reply.body()).isEqualTo("body");
    }

    @Test
    void headers_controlCharacters_arePrintable() {
        HttpReply reply =
                parse("HTTP/1.1 200 \u001b[31m\r\nA\u0007: \u0000\r\n\r\n").orElseThrow();
        assertThat(reply.toString() + reply.headers()).doesNotContain("\u001b", "\u0007", "\u0000");
    }

    @Property
    void parse_anyBytes_throwNothing(@ForAll byte[] bytes) {
        HttpReply.parse(Bytes.copyOf(bytes));
    }

    @Property
    void parse_anyHeadAndBody_throwNothing(@ForAll String head, @ForAll String body) {
        parse("HTTP/1.1 200 " + head + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
                .ifPresent(reply -> assertThat(reply.body().length()).isLessThanOrEqualTo(HttpReply.MAX_BODY));
    }
}
