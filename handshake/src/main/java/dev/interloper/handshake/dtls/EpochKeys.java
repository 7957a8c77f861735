package dev.interloper.handshake.dtls;

/** What opens one direction's records of one epoch. */
interface EpochKeys {

    /**
     * Opens a record. Where that tells the content type or the sequence number, they are put into the header.
     *
     * @param header of the record
     * @param bytes hold the record
     * @param at index of its header's first byte
     * @param out takes the contents; at least as long as the record
     * @return length of the contents; -1 if the record does not open
     */
    int open(RecordHeader header, byte[] bytes, int at, byte[] out);

    /** DTLSInnerPlaintext (RFC 9146 section 4, RFC 9147 section 4): contents, their type, zeros. */
    static int inner(RecordHeader header, byte[] plain, int length) {
        int last = length - 1;
        while (last >= 0 && plain[last] == 0) {
            last--;
        }
        if (last >= 0) {
            header.contentType = plain[last] & 0xff;
        }
        return last;
    }
}
