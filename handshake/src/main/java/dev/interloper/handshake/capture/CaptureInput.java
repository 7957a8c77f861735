package dev.interloper.handshake.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/** A window over a capture's bytes: a buffer that slides along, and numbers in either byte order. */
final class CaptureInput {

    private static final int INITIAL = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;
    private long offset;
    private boolean littleEndian;

    CaptureInput(InputStream in) {
        this.in = in;
    }

    void littleEndian(boolean little) {
        littleEndian = little;
    }

    boolean littleEndian() {
        return littleEndian;
    }

    /** Index of the window's first byte in the file. */
    long offset() {
        return offset;
    }

    /**
     * Makes a number of bytes available at the window's start; the buffer grows only as they arrive.
     *
     * @return how many are available: fewer than wanted only at the end of the input
     */
    int fill(int wanted) throws CaptureException {
        while (end - start < wanted) {
            if (end == buffer.length) {
                makeRoom();
            }
            int read = read();
            if (read < 0) {
                break;
            }
            end += read;
        }
        return Math.min(wanted, end - start);
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    private int read() throws CaptureException {
        try {
            return in.read(buffer, end, buffer.length - end);
        } catch (EOFException e) {
            throw new CaptureException(
                    CaptureProblem.Kind.CUT_SHORT,
                    offset + end - start,
                    "the compressed data ends before its end mark");
        } catch (ZipException e) {
            throw new CaptureException(
                    CaptureProblem.Kind.MALFORMED,
                    offset + end - start,
                    "the compressed data is broken: " + e.getMessage());
        } catch (IOException e) {
            throw new CaptureException(
                    CaptureProblem.Kind.UNREADABLE, offset + end - start, "reading failed: " + e.getMessage());
        }
    }

    void require(int wanted, String what) throws CaptureException {
        int available = fill(wanted);
        if (available < wanted) {
            throw new CaptureException(
                    CaptureProblem.Kind.CUT_SHORT,
                    offset,
                    "the file ends within " + what + ": " + wanted + " bytes expected, " + available + " found");
        }
    }

    void skip(int length) {
        start += length;
        offset += length;
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return start;
    }

    int u8(int at) {
        return buffer[start + at] & 0xff;
    }

    int u16(int at) {
        return littleEndian ? u8(at) | u8(at + 1) << 8 : u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
        return littleEndian ? u16(at) | (long) u16(at + 2) << 16 : (long) u16(at) << 16 | u16(at + 2);
    }
}
