package dev.interloper.handshake.fingerprint;

import static dev.interloper.handshake.fingerprint.Hellos.alpn;
import static dev.interloper.handshake.fingerprint.Hellos.empty;
import static dev.interloper.handshake.fingerprint.Hellos.list16;
import static dev.interloper.handshake.fingerprint.Hellos.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FingerprintWriterTest {

    private final FingerprintWriter writer = new FingerprintWriter();
    private final byte[] into = new byte[100];

    private String written(int at, int length) {
        return new String(into, at, length, StandardCharsets.US_ASCII);
    }

    private static byte[] browser() {
        return Hellos.body(
                0x0303,
                new int[] {
                    0x1a1a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014,
                    0x9c, 0x9d, 0x2f, 0x35
                },
                empty(0x2a2a),
                TlsBytes.serverName("www.example.org"),
                empty(0x17),
                TlsBytes.extension(0xff01, new byte[1]),
                list16(10, 0x3a3a, 4588, 29, 23, 24),
                TlsBytes.extension(11, new byte[] {1, 0}),
                empty(0x23),
                alpn("h2", "http/1.1"),
                TlsBytes.extension(5, new byte[5]),
                list16(13, 0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601),
                empty(0x12),
                TlsBytes.extension(0x33, new byte[1263]),
                TlsBytes.extension(0x2d, new byte[] {1, 1}),
                versions(0x4a4a, 0x0304, 0x0303),
                TlsBytes.extension(0x1b, new byte[] {2, 0, 2}),
                TlsBytes.extension(0x44cd, new byte[5]),
                TlsBytes.extension(0xfe0d, new byte[186]),
                TlsBytes.extension(0x5a5a, new byte[1]));
    }

    @Test
    void writer_givesWhatTheValuesGive() {
        byte[] body = browser();
        ClientHelloView hello = new ClientHelloView();
        hello.reset(body, 0, body.length, false);
        ServerHelloView server = Hellos.server(empty(11));

        writer.ja3(hello, into, 3);
        assertThat(written(3, 32)).isEqualTo(Ja3.of(hello).hash());
        writer.sortedJa3(hello, into, 0);
        assertThat(written(0, 32))
                .isEqualTo(Ja3.sorted(hello).hash())
                .isNotEqualTo(Ja3.of(hello).hash());
        writer.ja3s(server, into, 0);
        assertThat(written(0, 32)).isEqualTo(Ja3s.of(server).hash());
        writer.ja4(hello, Protocol.QUIC, into, 64);
        assertThat(written(64, 36))
                .isEqualTo(Ja4.of(hello, Protocol.QUIC).ja4())
                .startsWith("q13d1516h2_8daaf6152771_");
    }

    @Test
    void parsingAndWriting_allocateNothing() throws ReflectiveOperationException {
        byte[] body = browser();
        ClientHelloView hello = new ClientHelloView();
        for (int i = 0; i < 20_000; i++) {
            fingerprint(hello, body);
        }
        long before = allocatedBytes();
        for (int i = 0; i < 1000; i++) {
            fingerprint(hello, body);
        }
        long allocated = allocatedBytes() - before;

        // a compilation in the middle may cost this thread a little; one object a hello would be 16,000 bytes
        assertThat(allocated).isLessThan(8000);
    }

    /** By reflection, for this module does not read the platform's management modules. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getThreadAllocatedBytes", long.class)
                .invoke(threads, Thread.currentThread().getId());
    }

    private void fingerprint(ClientHelloView hello, byte[] body) {
        hello.reset(body, 0, body.length, false);
        hello.serverName();
        writer.ja3(hello, into, 0);
        writer.ja4(hello, Protocol.TLS, into, 32);
    }

    @Property(tries = 1000)
    void anyHello_hasFingerprintsOfTheirLength(@ForAll @Size(max = 200) byte[] noise, @ForAll boolean datagram) {
        byte[] body = browser();
        System.arraycopy(noise, 0, body, 41, noise.length);
        ClientHelloView hello = new ClientHelloView();
        hello.reset(body, 0, body.length, datagram);
        ServerHelloView server = new ServerHelloView();
        server.reset(body, 0, body.length);

        assertThat(Ja4.of(hello, Protocol.DTLS).ja4())
                .hasSize(FingerprintWriter.JA4_LENGTH)
                .matches("d.*_[0-9a-f]{12}_[0-9a-f]{12}");
        assertThat(Ja3.of(hello).text().chars().filter(c -> c == ',')).hasSize(4);
        assertThat(Ja3s.of(server).hash()).hasSize(FingerprintWriter.JA3_LENGTH);
        assertThat(new NpfText(true).quic("quic/1/", 1, hello, NpfText.Form.SELECTED))
                .endsWith("]");
    }
}
