package dev.interloper.handshake.tap;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Shows all that is written to a tap: before it is, since the answer may come, in another thread, before the call is over. */
final class TappedOutput extends FilterOutputStream {

    private final HandshakeTap tap;

    TappedOutput(OutputStream out, HandshakeTap tap) {
        super(Objects.requireNonNull(out, "out"));
        this.tap = tap;
    }

    @Override
    public void write(int value) throws IOException {
        tap.written(new byte[] {(byte) value}, 0, 1);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        tap.written(bytes, offset, length);
        out.write(bytes, offset, length);
    }
}
