package dev.interloper.certs.internal;

import java.io.ByteArrayOutputStream;

/** Writes DER elements around content that is encoded already. */
public final class DerWriter {
    private DerWriter() {}

    /** One element: the tag, the shortest length, the content. */
    public static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int octets = (32 - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                out.write(content.length >>> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
