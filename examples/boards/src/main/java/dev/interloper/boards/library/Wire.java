package dev.interloper.boards.library;

import dev.interloper.handshake.message.HandshakeMessage;
import java.io.ByteArrayOutputStream;

/** Writes messages and records. */
public final class Wire {

    private static final int HANDSHAKE = 22;

    private Wire() {}

    /**
     * A message as it was before it was put into records.
     *
     * @param message the message
     * @return type, 24-bit length and body
     */
    public static byte[] message(HandshakeMessage message) {
        return message(message.type().code(), message.body().toByteArray());
    }

    /**
     * A message.
     *
     * @param type its type
     * @param body its body
     * @return type, 24-bit length and body
     */
    public static byte[] message(int type, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 4);
        out.write(type);
        vector24(out, body);
        return out.toByteArray();
    }

    /**
     * Handshake records of TLS 1.2.
     *
     * @param messages what they carry
     * @param length the most that one carries
     * @return the records
     */
    public static byte[] records(byte[] messages, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(messages.length + 5);
        for (int at = 0; at < messages.length; at += length) {
            int part = Math.min(length, messages.length - at);
            out.write(HANDSHAKE);
            out.write(3);
            out.write(3);
            out.write(part >> 8);
            out.write(part);
            out.write(messages, at, part);
        }
        return out.toByteArray();
    }

    /**
     * Bytes behind their length.
     *
     * @param out where to
     * @param bytes what
     */
    public static void vector24(ByteArrayOutputStream out, byte[] bytes) {
        out.write(bytes.length >> 16);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
