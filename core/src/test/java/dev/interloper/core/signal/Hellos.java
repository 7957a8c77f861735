package dev.interloper.core.signal;

import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/** Hellos and their answers, field by field, in front of a certificate that no public root vouches for. */
final class Hellos {

    static final int TLS10 = 0x0301;
    static final int TLS11 = 0x0302;
    static final int TLS12 = 0x0303;
    static final int TLS13 = 0x0304;
    static final int DTLS10 = 0xfeff;
    static final int DTLS12 = 0xfefd;

    static final int ECDHE_AES = 0xc02f;
    static final int RSA_AES = 0x009c;

    private Hellos() {}

    /** What a client asks. */
    static byte[] client(int version, List<Integer> suites, byte[]... extensions) {
        return Tls.message(1, body(version, new byte[0], suites, extensions));
    }

    static byte[] client(int version, byte[]... extensions) {
        return client(version, List.of(ECDHE_AES, RSA_AES), extensions);
    }

    private static byte[] body(int version, byte[] cookie, List<Integer> suites, byte[]... extensions) {
        byte[] name = TestPki.HOST.getBytes(StandardCharsets.US_ASCII);
        byte[] serverName = Tls.extension(0, Tls.join(u16(name.length + 3), new byte[1], u16(name.length), name));
        byte[] all = Tls.join(serverName, Tls.join(extensions));
        return Tls.join(
                u16(version),
                new byte[32],
                new byte[1],
                cookie,
                u16(2 * suites.size()),
                Tls.join(suites.stream().map(Hellos::u16).toArray(byte[][]::new)),
                new byte[] {1, 0},
                u16(all.length),
                all);
    }

    static byte[] supportedVersions(int... versions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(2 * versions.length);
        for (int version : versions) {
            all.writeBytes(u16(version));
        }
        return Tls.extension(43, all.toByteArray());
    }

    /** An answer whose random begins, or ends, as it is told; otherwise zeros. */
    static byte[] withRandom(byte[] serverHello, int at, byte[] part) {
        byte[] changed = serverHello.clone();
        System.arraycopy(part, 0, changed, 4 + 2 + at, part.length);
        return changed;
    }

    static byte[] u16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    /** As an interceptor, or any server of a private authority, answers. */
    static Observation answered(byte[] clientHello, byte[]... answers) {
        return answered(TestPki.bareLeaf(TestPki.HOST).mint(), clientHello, answers);
    }

    static Observation answered(X509Certificate leaf, byte[] clientHello, byte[]... answers) {
        Exchange exchange = Exchange.opened()
                .client(Tls.handshake(clientHello))
                .after(41)
                .server(Tls.handshake(Tls.join(answers), Tls.certificate(List.of(leaf)), Tls.serverHelloDone()));
        return Seen.builder(TestPki.HOST, leaf).handshake(exchange.handshake()).build();
    }

    /** Nothing came back. */
    static Observation unanswered(byte[] clientHello) {
        return Seen.handshake(Exchange.opened().client(Tls.handshake(clientHello)));
    }

    /** One datagram each way: the client's hello, the server's hello (RFC 6347 section 4.2.2). */
    static Observation datagrams(int clientVersion, int serverVersion, byte[]... clientExtensions) {
        byte[] asked = body(clientVersion, new byte[1], List.of(ECDHE_AES, RSA_AES), clientExtensions);
        byte[] hello = Tls.serverHello(serverVersion, RSA_AES);
        byte[] answer = Arrays.copyOfRange(hello, 4, hello.length);
        byte[] pcap = Tls.join(
                little(24)
                        .putInt(0xa1b23c4d)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(262_144)
                        .putInt(101)
                        .array(),
                datagram(true, record(clientVersion, 1, asked)),
                datagram(false, record(serverVersion, 2, answer)));
        List<Handshake> found =
                Capture.of("made-up.pcap", () -> new ByteArrayInputStream(pcap)).handshakes();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " handshakes");
        }
        return Seen.builder(TestPki.HOST, TestPki.bareLeaf(TestPki.HOST).mint())
                .handshake(found.get(0))
                .build();
    }

    private static byte[] record(int version, int type, byte[] body) {
        byte[] length = {0, (byte) (body.length >> 8), (byte) body.length};
        byte[] fragment = Tls.join(new byte[] {(byte) type}, length, new byte[5], length, body);
        return Tls.join(new byte[] {22}, u16(version), new byte[8], u16(fragment.length), fragment);
    }

    private static byte[] datagram(boolean fromClient, byte[] payload) {
        byte[] client = {(byte) 192, 0, 2, 10};
        byte[] server = {(byte) 203, 0, 113, 30};
        ByteBuffer ip = ByteBuffer.allocate(28 + payload.length);
        ip.putShort((short) 0x4500).putShort((short) ip.capacity()).putInt(0x4000);
        ip.put((byte) 64).put((byte) 17).putShort((short) 0);
        ip.put(fromClient ? client : server).put(fromClient ? server : client);
        ip.putShort((short) (fromClient ? 50_000 : 443)).putShort((short) (fromClient ? 443 : 50_000));
        ip.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
        return Tls.join(
                little(16)
                        .putInt((int) TestPki.NOW.getEpochSecond())
                        .putInt(0)
                        .putInt(ip.capacity())
                        .putInt(ip.capacity())
                        .array(),
                ip.array());
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
