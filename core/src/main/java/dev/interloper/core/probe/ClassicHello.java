package dev.interloper.core.probe;

import dev.interloper.handshake.record.TlsVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A ClientHello of TLS 1.2 or older (RFC 5246 section 7.4.1.2) that offers what servers of all ages take. It needs no keys: nobody
 * goes on behind ServerHelloDone.
 */
final class ClassicHello {

    private static final int[] SUITES = {
        0xc02c, 0xc030, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc024, 0xc028, 0xc023, 0xc027, 0xc00a, 0xc014, 0xc009, 0xc013,
        0x009f, 0x009e, 0x006b, 0x0067, 0x0039, 0x0033, 0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f, 0xc008, 0xc012,
        0x000a
    };
    private static final int[] GROUPS = {0x001d, 0x0017, 0x0018, 0x0019};
    private static final int[] SIGNATURE_SCHEMES = {
        0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201, 0x0202
    };
    private static final int RECORD_VERSION = 0x0301;

    private ClassicHello() {}

    /** The record that holds the hello. */
    static byte[] record(
            TlsVersion version,
            @Nullable String serverName,
            List<String> applicationProtocols,
            RandomGenerator random) {
        Octets body = new Octets();
        body.u16(version.code());
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        body.bytes(nonce);
        body.u8(0); // no session to resume
        body.u16(2 * SUITES.length).u16s(SUITES);
        body.u8(1).u8(0); // no compression
        byte[] extensions = extensions(serverName, applicationProtocols);
        body.u16(extensions.length).bytes(extensions);
        byte[] hello = body.toByteArray();
        return new Octets()
                .u8(22)
                .u16(Math.min(version.code(), RECORD_VERSION))
                .u16(hello.length + 4)
                .u8(1)
                .u8(0)
                .u16(hello.length)
                .bytes(hello)
                .toByteArray();
    }

    private static byte[] extensions(@Nullable String serverName, List<String> applicationProtocols) {
        Octets all = new Octets();
        if (serverName != null) {
            byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
            extension(
                    all,
                    0,
                    new Octets().u16(name.length + 3).u8(0).u16(name.length).bytes(name));
        }
        extension(all, 0xff01, new Octets().u8(0));
        extension(all, 10, new Octets().u16(2 * GROUPS.length).u16s(GROUPS));
        extension(all, 11, new Octets().u8(1).u8(0));
        extension(all, 35, new Octets());
        if (!applicationProtocols.isEmpty()) {
            Octets names = new Octets();
            for (String protocol : applicationProtocols) {
                byte[] name = protocol.getBytes(StandardCharsets.UTF_8);
                names.u8(name.length).bytes(name);
            }
            byte[] list = names.toByteArray();
            extension(all, 16, new Octets().u16(list.length).bytes(list));
        }
        extension(all, 5, new Octets().u8(1).u16(0).u16(0));
        extension(all, 13, new Octets().u16(2 * SIGNATURE_SCHEMES.length).u16s(SIGNATURE_SCHEMES));
        extension(all, 18, new Octets());
        extension(all, 23, new Octets());
        return all.toByteArray();
    }

    private static void extension(Octets all, int type, Octets body) {
        byte[] bytes = body.toByteArray();
        all.u16(type).u16(bytes.length).bytes(bytes);
    }

    /** Writes numbers in network order. */
    private static final class Octets {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Octets u8(int value) {
            out.write(value);
            return this;
        }

        Octets u16(int value) {
            out.write(value >> 8);
            out.write(value);
            return this;
        }

        Octets u16s(int... values) {
            for (int value : values) {
                u16(value);
            }
            return this;
        }

        Octets bytes(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }
    }
}
