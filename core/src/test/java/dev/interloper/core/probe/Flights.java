package dev.interloper.core.probe;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** A server's first flight of TLS 1.2, made by hand. */
final class Flights {

    private static final int MAX_RECORD = 16_384;

    private Flights() {}

    /** ServerHello, Certificate, ServerHelloDone, without the ServerKeyExchange that the suite asks for. */
    static byte[] serverHelloAndChain(List<byte[]> chain) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (byte[] der : chain) {
            list.writeBytes(u24(der.length));
            list.writeBytes(der);
        }
        ByteArrayOutputStream certificate = new ByteArrayOutputStream();
        certificate.writeBytes(u24(list.size()));
        certificate.writeBytes(list.toByteArray());
        return join(
                record(serverHello()),
                records(message(11, certificate.toByteArray())),
                record(message(14, new byte[0])));
    }

    static byte[] serverHello() {
        byte[] body = new byte[2 + 32 + 1 + 2 + 1];
        body[0] = 3;
        body[1] = 3;
        Arrays.fill(body, 2, 34, (byte) 7);
        body[35] = (byte) 0xc0;
        body[36] = (byte) 0x2f; // TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: newer JDKs refuse RSA key exchange at once
        return message(2, body);
    }

    static byte[] message(int type, byte[] body) {
        return join(new byte[] {(byte) type}, u24(body.length), body);
    }

    static byte[] record(byte[] content) {
        return join(new byte[] {22, 3, 3, (byte) (content.length >> 8), (byte) content.length}, content);
    }

    static byte[] records(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += MAX_RECORD) {
            out.writeBytes(record(Arrays.copyOfRange(content, at, Math.min(content.length, at + MAX_RECORD))));
        }
        return out.toByteArray();
    }

    static byte[] u24(int value) {
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
