package dev.interloper.core.client;

import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hellos made by hand from the numbers that they offer. */
final class Hellos {

    private static final int GREASE = 0x2a2a;

    private final Map<Integer, byte[]> extensions = new LinkedHashMap<>();
    private final List<Integer> suites = new ArrayList<>();
    private int version = 0x0303;
    private byte[] compression = {0};

    static Hellos empty() {
        return new Hellos();
    }

    /** As Chromium 156 sends it, in one of its many orders. */
    static Hellos chromium() {
        return empty().suites(
                        GREASE, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014,
                        0x9c, 0x9d, 0x2f, 0x35)
                .extension(GREASE)
                .name("www.example.org")
                .groups(GREASE, 0x11ec, 0x1d, 0x17, 0x18)
                .extension(23)
                .extension(0xff01, 0)
                .formats(0)
                .extension(35)
                .protocols("h2", "http/1.1")
                .extension(5, 1, 0, 0, 0, 0)
                .schemes(0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601)
                .extension(18)
                .extension(51, 0, 0)
                .extension(45, 1, 1)
                .versions(GREASE, 0x0304, 0x0303)
                .extension(27, 2, 0, 2)
                .extension(17613, 0, 3, 2, 'h', '2');
    }

    /** As Firefox 153 sends it. */
    static Hellos firefox() {
        return empty().suites(
                        0x1301, 0x1303, 0x1302, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc02c, 0xc030, 0xc00a, 0xc013, 0xc014,
                        0x9c, 0x9d, 0x2f, 0x35)
                .name("www.example.org")
                .extension(23)
                .extension(0xff01, 0)
                .groups(0x11ec, 0x1d, 0x17, 0x18, 0x19, 0x100, 0x101)
                .formats(0)
                .extension(35)
                .protocols("h2", "http/1.1")
                .extension(5, 1, 0, 0, 0, 0)
                .extension(34, 0, 2, 4, 3)
                .extension(18)
                .extension(51, 0, 0)
                .versions(0x0304, 0x0303)
                .schemes(0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201)
                .extension(45, 1, 1)
                .extension(28, 0x40, 1);
    }

    /** As Chrome 48 sent it: TLS 1.2 and no GREASE yet. */
    static Hellos chrome48() {
        return empty().suites(
                        0xc02b, 0xc02f, 0x9e, 0xcc14, 0xcc13, 0xc00a, 0xc014, 0x39, 0xc009, 0xc013, 0x33, 0x9c, 0x35,
                        0x2f, 0xa)
                .extension(0xff01, 0)
                .name("www.example.org")
                .extension(23)
                .extension(35)
                .schemes(0x601, 0x603, 0x501, 0x503, 0x401, 0x403, 0x301, 0x303, 0x201, 0x203)
                .extension(5, 1, 0, 0, 0, 0)
                .extension(0x3374)
                .extension(18)
                .protocols("h2", "spdy/3.1", "http/1.1")
                .extension(0x7550)
                .formats(0)
                .groups(0x17, 0x18);
    }

    /** As Internet Explorer 11 sends it on Windows 7. */
    static Hellos explorer() {
        return empty().suites(
                        0xc028, 0xc027, 0xc014, 0xc013, 0x9f, 0x9e, 0x9d, 0x9c, 0x3d, 0x3c, 0x35, 0x2f, 0xc02c, 0xc02b,
                        0xc024, 0xc023, 0xc00a, 0xc009, 0x6a, 0x40, 0x38, 0x32, 0xa, 0x13)
                .name("www.example.org")
                .extension(5, 1, 0, 0, 0, 0)
                .groups(0x17, 0x18)
                .formats(0)
                .schemes(0x401, 0x501, 0x201, 0x403, 0x503, 0x203, 0x202)
                .extension(23)
                .extension(0xff01, 0);
    }

    Hellos version(int legacy) {
        version = legacy;
        return this;
    }

    Hellos suites(int... numbers) {
        suites.clear();
        return moreSuites(numbers);
    }

    Hellos moreSuites(int... numbers) {
        Arrays.stream(numbers).forEach(suites::add);
        return this;
    }

    Hellos withoutSuite(int number) {
        suites.remove((Integer) number);
        return this;
    }

    Hellos compression(int... methods) {
        compression = octets(methods);
        return this;
    }

    Hellos without(int type) {
        extensions.remove(type);
        return this;
    }

    Hellos extension(int type, int... contents) {
        extensions.put(type, octets(contents));
        return this;
    }

    Hellos name(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        extensions.put(0, vector(2, join(new byte[] {0}, vector(2, name))));
        return this;
    }

    Hellos groups(int... numbers) {
        extensions.put(10, vector(2, pairs(numbers)));
        return this;
    }

    Hellos schemes(int... numbers) {
        extensions.put(13, vector(2, pairs(numbers)));
        return this;
    }

    Hellos versions(int... numbers) {
        extensions.put(43, vector(1, pairs(numbers)));
        return this;
    }

    Hellos formats(int... numbers) {
        extensions.put(11, vector(1, octets(numbers)));
        return this;
    }

    Hellos protocols(String... names) {
        byte[] list = join(Arrays.stream(names)
                .map(name -> vector(1, name.getBytes(StandardCharsets.US_ASCII)))
                .toArray(byte[][]::new));
        extensions.put(16, vector(2, list));
        return this;
    }

    ClientHello build() {
        byte[] block = join(extensions.entrySet().stream()
                .map(entry -> join(pairs(entry.getKey()), vector(2, entry.getValue())))
                .toArray(byte[][]::new));
        return parse(join(
                pairs(version),
                new byte[32],
                vector(1, new byte[32]),
                vector(2, pairs(suites.stream().mapToInt(Integer::intValue).toArray())),
                vector(1, compression),
                extensions.isEmpty() ? new byte[0] : vector(2, block)));
    }

    /** Whatever the bytes are. */
    static ClientHello parse(byte[] body) {
        Provenance nowhere = new Provenance(Direction.CLIENT_TO_SERVER, 0, body.length, List.of(), List.of());
        return (ClientHello) MessageParser.parse(HandshakeType.CLIENT_HELLO, Bytes.copyOf(body), nowhere);
    }

    private static byte[] pairs(int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number : numbers) {
            out.write(number >> 8);
            out.write(number);
        }
        return out.toByteArray();
    }

    private static byte[] octets(int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number : numbers) {
            out.write(number);
        }
        return out.toByteArray();
    }

    private static byte[] vector(int lengthBytes, byte[] contents) {
        byte[] length = lengthBytes == 1 ? octets(contents.length) : pairs(contents.length);
        return join(length, contents);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
