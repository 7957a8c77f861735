package dev.interloper.handshake.corpus;

import java.nio.ByteBuffer;

/** The link layers of the corpus, read once more without the library. */
final class LinkHeader {

    private LinkHeader() {}

    /** Where IP begins; the frame's end if it holds none. */
    static int end(ByteBuffer in, int offset, int link) {
        switch (link) {
            case 1, 113, 276 -> {
                int type = link == 276 ? offset : link == 1 ? offset + 12 : offset + 14;
                int at = link == 276 ? offset + 20 : type + 2;
                int ethertype = in.getShort(type) & 0xffff;
                while (ethertype == 0x8100 || ethertype == 0x88a8 || ethertype == 0x9100) {
                    ethertype = in.getShort(at + 2) & 0xffff;
                    at += 4;
                }
                return ethertype == 0x0800 || ethertype == 0x86dd ? at : in.limit();
            }
            case 0, 108 -> {
                return offset + 4;
            }
            default -> {
                return offset;
            }
        }
    }
}
