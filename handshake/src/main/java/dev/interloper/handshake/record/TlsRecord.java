package dev.interloper.handshake.record;

import dev.interloper.handshake.stream.Direction;

/**
 * One record as its header announced it. Immutable.
 *
 * @param direction which way it travelled
 * @param index its number among the records of its direction, from 0
 * @param type what it carries
 * @param version the version field of its header
 * @param offset index of its header's first byte in the direction's byte stream
 * @param headerLength bytes of its header: 5 in TLS, 13 or fewer or more in DTLS
 * @param length number of bytes behind the header
 * @param encrypted whether it came after its sender had switched to encryption, so that its contents are readable with
 *     its secrets only
 * @since 0.1
 */
public record TlsRecord(
        Direction direction,
        int index,
        ContentType type,
        TlsVersion version,
        long offset,
        int headerLength,
        int length,
        boolean encrypted) {

    /** Bytes of a TLS record header (RFC 8446 section 5.1). */
    public static final int HEADER_LENGTH = 5;

    /**
     * Index behind the record's last byte.
     *
     * @return offset + header + length
     */
    public long end() {
        return offset + headerLength + length;
    }
}
