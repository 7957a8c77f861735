package dev.interloper.handshake.dtls;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import java.util.Arrays;

/** Made-up DTLS messages, fragments and records. */
final class DtlsBytes {

    static final int DTLS_1_0 = 0xfeff;
    static final int DTLS_1_2 = 0xfefd;

    private DtlsBytes() {}

    static byte[] fragment(int type, int sequence, byte[] body, int from, int to) {
        return fragment(type, body.length, sequence, from, Arrays.copyOfRange(body, from, to));
    }

    static byte[] fragment(int type, int length, int sequence, int from, byte[] part) {
        return Wire.of(wire -> wire.u8(type)
                .u24(length)
                .u16(sequence)
                .u24(from)
                .u24(part.length)
                .raw(part));
    }

    static byte[] message(int type, int sequence, byte[] body) {
        return fragment(type, sequence, body, 0, body.length);
    }

    static byte[] record(int type, int version, int epoch, long sequence, byte[] contents) {
        return Wire.of(wire -> wire.u8(type)
                .u16(version)
                .u16(epoch)
                .u16((int) (sequence >> 32))
                .u32(sequence)
                .vector16(contents));
    }

    static byte[] handshake(long recordSequence, byte[]... fragments) {
        return record(22, DTLS_1_2, 0, recordSequence, Wire.concat(fragments));
    }

    static byte[] hello(byte[] cookie, byte[]... extensions) {
        return Wire.of(wire -> wire.u16(DTLS_1_2)
                .raw(TlsBytes.CLIENT_RANDOM)
                .vector8(new byte[0])
                .vector8(cookie)
                .vector16(new byte[] {(byte) 0xc0, 0x2b})
                .vector8(new byte[] {0})
                .vector16(Wire.concat(extensions)));
    }

    static byte[] serverHello(byte[]... extensions) {
        return serverHello(0xc02b, extensions);
    }

    static byte[] serverHello(int suite, byte[]... extensions) {
        return Wire.of(wire -> wire.u16(DTLS_1_2)
                .raw(TlsBytes.SERVER_RANDOM)
                .vector8(new byte[0])
                .u16(suite)
                .u8(0)
                .vector16(Wire.concat(extensions)));
    }

    static byte[] connectionId(int length) {
        return TlsBytes.extension(54, Wire.of(wire -> wire.vector8(TlsBytes.noise(length, 54))));
    }
}
