package dev.interloper.boards.speed;

import dev.interloper.handshake.message.Span;
import java.util.Arrays;

/** What is written about one connection: a line of JSON that is put together as its messages come. */
final class Row {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] line = new byte[512];
    private int length;
    private int certificates;

    void begin() {
        length = 0;
        certificates = 0;
        add('{');
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** The name that was asked for, byte by byte: what is not printable ASCII is escaped. */
    void name(String field, Span value) {
        field(field);
        for (int i = 0; i < value.length(); i++) {
            character(value.u8(i));
        }
        add('"');
    }

    private void character(int c) {
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
            add('\\');
            add('u');
            add('0');
            add('0');
            hex(c);
        } else {
            add(c);
        }
    }

    /** A fingerprint, which needs no escapes. */
    void text(String field, byte[] value, int size) {
        field(field);
        room(size);
        System.arraycopy(value, 0, line, length, size);
        length += size;
        add('"');
    }

    void certificate(byte[] sha256) {
        if (certificates++ == 0) {
            separate();
            ascii("\"certificates\":[\"");
        } else {
            length--; // the bracket of the one before
            ascii(",\"");
        }
        for (byte b : sha256) {
            hex(b & 0xff);
        }
        ascii("\"]");
    }

    void end() {
        ascii("}\n");
    }

    private void field(String name) {
        separate();
        add('"');
        ascii(name);
        ascii("\":\"");
    }

    private void separate() {
        if (length > 1) {
            add(',');
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    private void hex(int value) {
        add(HEX[value >> 4]);
        add(HEX[value & 15]);
    }

    private void add(int c) {
        room(1);
        line[length++] = (byte) c;
    }

    private void room(int size) {
        if (length + size > line.length) {
            line = Arrays.copyOf(line, Math.max(length + size, 2 * line.length));
        }
    }
}
