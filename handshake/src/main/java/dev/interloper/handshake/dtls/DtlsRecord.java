package dev.interloper.handshake.dtls;

import dev.interloper.handshake.stream.Direction;

/**
 * One record as its header announced it.
 *
 * @param direction which way it travelled
 * @param index its number among the records of its direction, from 0
 * @param datagram the datagram that holds it: its number among those given to the reader, of both directions, from 0
 * @param offset index of its header's first byte in the datagram
 * @param headerLength bytes of its header
 * @param length bytes behind the header
 * @param contentType what it carries; as long as it is not decrypted, application_data for a unified header and tls12_cid for a
 *     connection id of DTLS 1.2, which hide it
 * @param version the header's version field; {@link #UNIFIED_VERSION} where there is none
 * @param epoch 0 for plaintext; for a unified header, which has two bits of it, the likeliest number
 * @param sequence the 48-bit sequence number; -1 if it is encrypted itself and no key is known
 * @param encrypted whether its contents are protected
 * @param decrypted whether a key took the protection off
 */
public record DtlsRecord(
        Direction direction,
        int index,
        long datagram,
        int offset,
        int headerLength,
        int length,
        int contentType,
        int version,
        int epoch,
        long sequence,
        boolean encrypted,
        boolean decrypted) {

    /** The unified header has no version field; it exists since DTLS 1.3, whose number this is. */
    public static final int UNIFIED_VERSION = 0xfefc;

    /** Index behind the record's last byte in the datagram. */
    public int end() {
        return offset + headerLength + length;
    }
}
