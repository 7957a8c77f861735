package dev.interloper.handshake.dtls;

/** Reads record headers, one at a time. */
final class RecordHeader {

    /** type, version, epoch, sequence number, length (RFC 6347 section 4.1). */
    static final int PLAIN_LENGTH = 13;

    static final int TLS12_CID = 25;
    static final int APPLICATION_DATA = 23;
    static final int UNKNOWN = -1;

    /** RFC 6347 section 4.1: as in TLS, 2^14 + 2,048 bytes of ciphertext. */
    private static final int MAX_LENGTH = (1 << 14) + 2048;

    int contentType;
    int version;
    int epoch;
    long sequence;
    int headerLength;
    int length;
    boolean unified;

    /** How many bytes of connection id are in the header. */
    int connectionId;

    /** Unified only: how many bytes of sequence number are in the header. */
    int sequenceLength;

    /** A connection id of unknown length hides where the record ends, and most of its header. */
    boolean endsDatagram;

    private boolean encrypted;

    /** What a datagram's first byte says (RFC 9147 section 4.1, RFC 7983): what else shares the port is none of ours. */
    static boolean isDtls(int firstByte) {
        return (firstByte >= 20 && firstByte <= 26) || isUnified(firstByte);
    }

    private static boolean isUnified(int firstByte) {
        return firstByte >> 5 == 1;
    }

    /**
     * Reads the header at a place.
     *
     * @param connectionIdLength of records that travel this way; {@link #UNKNOWN} if no hello told
     * @param lastEpoch the direction's epoch so far, of which a unified header has the two lowest bits only
     * @return what is wrong; empty if nothing is
     */
    String read(byte[] bytes, int at, int end, int connectionIdLength, int lastEpoch) {
        int first = bytes[at] & 0xff;
        if (isUnified(first)) {
            return unified(bytes, at, end, connectionIdLength, lastEpoch);
        }
        if (first < 20 || first > 26) {
            return "record header: content type " + first;
        }
        return plain(bytes, at, end, connectionIdLength);
    }

    private String plain(byte[] bytes, int at, int end, int connectionIdLength) {
        unified = false;
        contentType = bytes[at] & 0xff;
        connectionId = 0;
        endsDatagram = contentType == TLS12_CID && connectionIdLength == UNKNOWN;
        if (contentType == TLS12_CID && !endsDatagram) {
            connectionId = connectionIdLength;
        }
        headerLength = PLAIN_LENGTH + connectionId - (endsDatagram ? 2 : 0);
        if (end - at < headerLength) {
            return "the datagram ends within a record header";
        }
        version = u16(bytes, at + 1);
        epoch = u16(bytes, at + 3);
        sequence = (long) u16(bytes, at + 5) << 32 | (long) u16(bytes, at + 7) << 16 | u16(bytes, at + 9);
        encrypted = epoch > 0 || contentType == TLS12_CID;
        if (!DtlsVersions.isKnown(version)) {
            return String.format("record header: version 0x%04x", version);
        }
        length = endsDatagram ? end - at - headerLength : u16(bytes, at + headerLength - 2);
        return checkLength(end - at - headerLength);
    }

    /** RFC 9147 section 4: {@code 001CSLEE}, connection id, sequence number, length. */
    private String unified(byte[] bytes, int at, int end, int connectionIdLength, int lastEpoch) {
        int flags = bytes[at];
        unified = true;
        encrypted = true;
        contentType = APPLICATION_DATA;
        version = DtlsRecord.UNIFIED_VERSION;
        sequence = UNKNOWN;
        epoch = epoch(flags & 3, lastEpoch);
        endsDatagram = (flags & 0x10) != 0 && connectionIdLength == UNKNOWN;
        connectionId = (flags & 0x10) == 0 || endsDatagram ? 0 : connectionIdLength;
        sequenceLength = endsDatagram ? 0 : (flags & 8) == 0 ? 1 : 2;
        boolean hasLength = !endsDatagram && (flags & 4) != 0;
        headerLength = 1 + connectionId + sequenceLength + (hasLength ? 2 : 0);
        if (end - at < headerLength) {
            return "the datagram ends within a unified record header";
        }
        length = hasLength ? u16(bytes, at + headerLength - 2) : end - at - headerLength;
        return checkLength(end - at - headerLength);
    }

    /** Epoch 0 is plaintext, but for connection ids, which come with protection only. */
    boolean isEncrypted() {
        return encrypted;
    }

    private String checkLength(int available) {
        if (length > MAX_LENGTH) {
            return "a record of " + length + " bytes, more than " + MAX_LENGTH;
        }
        return length > available ? "a record of " + length + " bytes ends after " + available : "";
    }

    /** The epoch nearest to the last one: late ones come, and a capture may lack the first of the next. */
    static int epoch(int lowBits, int last) {
        int epoch = switch ((lowBits - last) & 3) {
            case 0 -> last;
            case 1 -> last + 1;
            case 2 -> last < 3 ? last + 2 : last - 2;
            default -> last < 1 ? last + 3 : last - 1;
        };
        return epoch == 0 ? 4 : epoch; // a unified header is never plaintext's
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | u16(bytes, at + 1);
    }
}
