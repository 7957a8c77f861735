package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hellos of a few numbers. */
final class Hellos {

    private Hellos() {}

    static byte[] numbers(int... numbers) {
        return Wire.of(wire -> Arrays.stream(numbers).forEach(wire::u16));
    }

    /** A body; null extensions are no block at all. */
    static byte[] body(int version, int[] suites, byte[]... extensions) {
        return Wire.of(wire -> {
            wire.u16(version).raw(TlsBytes.CLIENT_RANDOM).vector8(new byte[0]);
            wire.vector16(numbers(suites)).vector8(new byte[] {0});
            if (extensions.length > 0) {
                wire.vector16(Wire.concat(extensions));
            }
        });
    }

    static ClientHelloView hello(int version, int[] suites, byte[]... extensions) {
        byte[] body = body(version, suites, extensions);
        ClientHelloView view = new ClientHelloView();
        if (!view.reset(body, 0, body.length, false)) {
            throw new AssertionError(view.malformation());
        }
        return view;
    }

    /** TLS 1.2, one suite. */
    static ClientHelloView hello(byte[]... extensions) {
        return hello(0x0303, new int[] {0x1301}, extensions);
    }

    static String ja4(byte[]... extensions) {
        return Ja4.of(hello(extensions), Protocol.TLS).ja4();
    }

    static ServerHelloView server(byte[]... extensions) {
        byte[] message = TlsBytes.serverHello(0x0303, TlsBytes.SERVER_RANDOM, extensions);
        ServerHelloView view = new ServerHelloView();
        view.reset(message, 4, message.length - 4);
        return view;
    }

    static byte[] empty(int type) {
        return TlsBytes.extension(type, new byte[0]);
    }

    static byte[] list16(int type, int... numbers) {
        return TlsBytes.extension(type, Wire.of(wire -> wire.vector16(numbers(numbers))));
    }

    static byte[] versions(int... versions) {
        return TlsBytes.extension(43, Wire.of(wire -> wire.vector8(numbers(versions))));
    }

    /** Names of protocols in ISO 8859-1. */
    static byte[] alpn(String... names) {
        return TlsBytes.extension(
                16,
                Wire.of(wire -> wire.vector16(Wire.of(list -> Arrays.stream(names)
                        .forEach(name -> list.vector8(name.getBytes(StandardCharsets.ISO_8859_1)))))));
    }
}
