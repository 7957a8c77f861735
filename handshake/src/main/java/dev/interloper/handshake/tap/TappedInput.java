package dev.interloper.handshake.tap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Shows all that is read to a tap. There is no going back: bytes that came twice would be a stream that never was. */
final class TappedInput extends FilterInputStream {

    private static final int SKIPPED_AT_ONCE = 4096;

    private final HandshakeTap tap;

    TappedInput(InputStream in, HandshakeTap tap) {
        super(Objects.requireNonNull(in, "in"));
        this.tap = tap;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            tap.read(new byte[] {(byte) read}, 0, 1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            tap.read(bytes, offset, read);
        }
        return read;
    }

    /** By reading: what is skipped has passed, too. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, SKIPPED_AT_ONCE))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
