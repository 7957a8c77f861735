package dev.interloper.handshake.dtls;

/**
 * The head of a handshake message or of a fragment of one (RFC 6347 section 4.2.2).
 *
 * @param type of the message
 * @param length of the whole message's body
 * @param sequence message_seq
 * @param offset of the fragment in the body
 * @param fragmentLength bytes of the fragment
 */
record FragmentHeader(int type, int length, int sequence, int offset, int fragmentLength) {

    static final int LENGTH = 12;

    /** Takes as many bytes as a header has. */
    static FragmentHeader read(byte[] bytes, int at) {
        return new FragmentHeader(
                bytes[at] & 0xff,
                RecordHeader.u24(bytes, at + 1),
                RecordHeader.u16(bytes, at + 4),
                RecordHeader.u24(bytes, at + 6),
                RecordHeader.u24(bytes, at + 9));
    }

    boolean fits() {
        return offset + fragmentLength <= length;
    }

    boolean isWhole() {
        return fragmentLength == length;
    }

    /** The header that the message has when it is sent in one piece. */
    FragmentHeader whole() {
        return new FragmentHeader(type, length, sequence, 0, length);
    }

    @Override
    public String toString() {
        return "handshake type " + type + " of " + length + " bytes, number " + sequence + ", bytes " + offset + "–"
                + (offset + fragmentLength);
    }
}
