package dev.interloper.handshake.dtls;

/** Tells by its contents whether a datagram may belong to a DTLS handshake: ports say nothing. */
final class DtlsStart {

    private static final int HANDSHAKE = 22;

    private DtlsStart() {}

    static boolean mayStart(byte[] bytes, int at, int length) {
        if (length < RecordHeader.PLAIN_LENGTH + FragmentHeader.LENGTH
                || bytes[at] != HANDSHAKE
                || !DtlsVersions.isKnown(RecordHeader.u16(bytes, at + 1))
                || RecordHeader.u16(bytes, at + 3) != 0) {
            return false;
        }
        int record = RecordHeader.u16(bytes, at + RecordHeader.PLAIN_LENGTH - 2);
        if (record < FragmentHeader.LENGTH || record > length - RecordHeader.PLAIN_LENGTH) {
            return false;
        }
        int body = at + RecordHeader.PLAIN_LENGTH + FragmentHeader.LENGTH;
        FragmentHeader header = FragmentHeader.read(bytes, at + RecordHeader.PLAIN_LENGTH);
        return isReadableType(header.type())
                && header.fits()
                && header.fragmentLength() <= record - FragmentHeader.LENGTH
                && (!startsWithVersion(header) || DtlsVersions.isKnown(RecordHeader.u16(bytes, body)));
    }

    /** What comes before encryption does, in any version. */
    private static boolean isReadableType(int type) {
        return type <= 4 || type == 6 || (type >= 11 && type <= 16) || type == 22 || type == 23;
    }

    /** ClientHello, ServerHello and HelloVerifyRequest start with a version. */
    private static boolean startsWithVersion(FragmentHeader header) {
        return header.type() >= 1 && header.type() <= 3 && header.offset() == 0 && header.fragmentLength() >= 2;
    }
}
