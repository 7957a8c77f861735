package dev.interloper.handshake;

/** The version that a ServerHello chooses, read where it lies. */
final class SelectedVersion {

    private static final int SUPPORTED_VERSIONS = 43;

    private SelectedVersion() {}

    /** 0 if the body ends too early. */
    static int of(byte[] bytes, int at, int length) {
        if (length < 2) {
            return 0;
        }
        int legacy = u16(bytes, at);
        int end = at + length;
        int next = at + 34 < end ? at + 35 + (bytes[at + 34] & 0xff) + 3 + 2 : end;
        while (next + 4 <= end) {
            int size = u16(bytes, next + 2);
            if (u16(bytes, next) == SUPPORTED_VERSIONS && size == 2 && next + 6 <= end) {
                return u16(bytes, next + 4);
            }
            next += 4 + size;
        }
        return legacy;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
