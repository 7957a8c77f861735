package dev.interloper.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A handshake as a browser and a web site of today have it: a post-quantum key share, and three certificates. */
final class Samples {

    private static final int RECORD = 1 << 14;
    private static final int[] SUITES = {
        0x2a2a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c, 0x009d,
        0x002f, 0x0035
    };

    private Samples() {}

    /** Without the message's header. */
    static byte[] clientHello() {
        Wire extensions = new Wire();
        extension(extensions, 0x3a3a, new byte[0]);
        byte[] name = "www.example.org".getBytes(StandardCharsets.US_ASCII);
        extension(
                extensions,
                0,
                new Wire().vector16(new Wire().u8(0).vector16(name).bytes()).bytes());
        extension(extensions, 23, new byte[0]);
        extension(extensions, 65281, new byte[1]);
        extension(extensions, 10, list16(0x1a1a, 4588, 29, 23, 24));
        extension(extensions, 11, new Wire().vector8(new byte[1]).bytes());
        extension(extensions, 35, new byte[0]);
        byte[] protocols = new Wire()
                .vector8("h2".getBytes(StandardCharsets.US_ASCII))
                .vector8("http/1.1".getBytes(StandardCharsets.US_ASCII))
                .bytes();
        extension(extensions, 16, new Wire().vector16(protocols).bytes());
        extension(extensions, 13, list16(0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601));
        extension(extensions, 18, new byte[0]);
        byte[] shares = new Wire()
                .u16(0x1a1a)
                .vector16(new byte[1])
                .u16(4588)
                .vector16(noise(1216, 1))
                .u16(29)
                .vector16(noise(32, 2))
                .bytes();
        extension(extensions, 51, new Wire().vector16(shares).bytes());
        extension(extensions, 45, new Wire().vector8(new byte[] {1}).bytes());
        byte[] versions = new Wire().u16(0x5a5a, 0x0304, 0x0303).bytes();
        extension(extensions, 43, new Wire().vector8(versions).bytes());
        extension(extensions, 27, new Wire().vector8(new Wire().u16(2).bytes()).bytes());
        extension(extensions, 65037, noise(186, 3));
        return new Wire()
                .u16(0x0303)
                .raw(noise(32, 4))
                .vector8(noise(32, 5))
                .vector16(new Wire().u16(SUITES).bytes())
                .vector8(new byte[1])
                .vector16(extensions.bytes())
                .bytes();
    }

    /** Its record. */
    static byte[] clientFlight() {
        return records(message(1, clientHello()));
    }

    /** ServerHello, Certificate, ServerKeyExchange and ServerHelloDone of TLS 1.2. */
    static byte[] serverFlight() {
        byte[] hello = new Wire()
                .u16(0x0303)
                .raw(noise(32, 6))
                .vector8(new byte[0])
                .u16(0xc02f)
                .u8(0)
                .vector16(new Wire().u16(0xff01).vector16(new byte[1]).bytes())
                .bytes();
        byte[] certificates = new Wire()
                .vector24(noise(1800, 7))
                .vector24(noise(1200, 8))
                .vector24(noise(1100, 9))
                .bytes();
        byte[] exchange = new Wire()
                .u8(3)
                .u16(29)
                .vector8(noise(32, 10))
                .u16(0x0804)
                .vector16(noise(256, 11))
                .bytes();
        return records(new Wire()
                .raw(message(2, hello))
                .raw(message(11, new Wire().vector24(certificates).bytes()))
                .raw(message(12, exchange))
                .raw(message(14, new byte[0]))
                .bytes());
    }

    private static byte[] message(int type, byte[] body) {
        return new Wire().u8(type).vector24(body).bytes();
    }

    private static byte[] records(byte[] messages) {
        Wire records = new Wire();
        for (int at = 0; at < messages.length; at += RECORD) {
            byte[] part = Arrays.copyOfRange(messages, at, Math.min(messages.length, at + RECORD));
            records.u8(22).u16(0x0303).vector16(part);
        }
        return records.bytes();
    }

    private static void extension(Wire extensions, int type, byte[] data) {
        extensions.u16(type).vector16(data);
    }

    private static byte[] list16(int... values) {
        return new Wire().vector16(new Wire().u16(values).bytes()).bytes();
    }

    private static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
