package dev.interloper.benchmarks;

import java.io.ByteArrayOutputStream;

/** Puts bytes together in network order. */
final class Wire {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Wire u8(int value) {
        out.write(value);
        return this;
    }

    Wire u16(int... values) {
        for (int value : values) {
            u8(value >> 8).u8(value);
        }
        return this;
    }

    Wire u32(long value) {
        return u16((int) (value >> 16) & 0xffff, (int) value & 0xffff);
    }

    Wire raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Wire vector8(byte[] bytes) {
        return u8(bytes.length).raw(bytes);
    }

    Wire vector16(byte[] bytes) {
        return u16(bytes.length).raw(bytes);
    }

    Wire vector24(byte[] bytes) {
        return u8(bytes.length >> 16).u16(bytes.length & 0xffff).raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
