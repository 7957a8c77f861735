package dev.interloper.core.page;

import java.io.ByteArrayOutputStream;

/** Undoes the chunked transfer coding (RFC 9112 section 7.1), as far as the bytes go. */
final class Chunks {

    private static final int MAX_SIZE_DIGITS = 8;

    private Chunks() {}

    static byte[] join(byte[] bytes, int start) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = start;
        while (at < bytes.length && body.size() < HttpReply.MAX_BODY) {
            long size = 0;
            int digits = 0;
            while (at < bytes.length && digits < MAX_SIZE_DIGITS && Character.digit(bytes[at], 16) >= 0) {
                size = size * 16 + Character.digit(bytes[at++], 16);
                digits++;
            }
            while (at < bytes.length && bytes[at] != '\n') { // extensions
                at++;
            }
            at++;
            if (digits == 0 || size == 0) {
                break;
            }
            int there = (int) Math.min(size, Math.max(0, bytes.length - at));
            body.write(bytes, Math.min(at, bytes.length), there);
            at += there + 2; // the line end behind the data
        }
        return body.toByteArray();
    }
}
