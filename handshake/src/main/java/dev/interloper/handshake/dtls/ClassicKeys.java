package dev.interloper.handshake.dtls;

import dev.interloper.handshake.crypto.RecordProtection;
import java.util.Arrays;

/** Up to DTLS 1.2, with and without connection ids. */
final class ClassicKeys implements EpochKeys {

    /** The first OpenSSL with DTLS made its MACs of this version, and of a number without an epoch. */
    private static final int TLS_1_0 = 0x0301;

    private final RecordProtection protection;

    ClassicKeys(RecordProtection protection) {
        this.protection = protection;
    }

    @Override
    public int open(RecordHeader header, byte[] bytes, int at, byte[] out) {
        if (header.unified) {
            return -1;
        }
        long number = (long) header.epoch << 48 | header.sequence;
        int body = at + header.headerLength;
        if (header.contentType != RecordHeader.TLS12_CID) {
            int length = protection.open(number, header.contentType, header.version, bytes, body, header.length, out);
            return length < 0 && header.version == DtlsVersions.BEFORE_RFC_4347
                    ? protection.open(header.sequence, header.contentType, TLS_1_0, bytes, body, header.length, out)
                    : length;
        }
        if (header.endsDatagram || protection.overhead() < 0) {
            return -1;
        }
        byte[] covered = additionalData(header, bytes, at, header.length - protection.overhead());
        int length = protection.open(number, covered, bytes, body, header.length, out);
        return length < 0 ? -1 : EpochKeys.inner(header, out, length);
    }

    /**
     * RFC 9146 section 5.3: eight bytes ff, tls12_cid, the id's length, then type, version, epoch, number and id as in the header, and
     * the plaintext's length.
     */
    private static byte[] additionalData(RecordHeader header, byte[] bytes, int at, int plainLength) {
        int placeholder = 8;
        int withoutLength = header.headerLength - 2;
        byte[] data = new byte[placeholder + 2 + header.headerLength];
        Arrays.fill(data, 0, placeholder, (byte) 0xff);
        data[placeholder] = RecordHeader.TLS12_CID;
        data[placeholder + 1] = (byte) header.connectionId;
        System.arraycopy(bytes, at, data, placeholder + 2, withoutLength);
        data[data.length - 2] = (byte) (plainLength >> 8);
        data[data.length - 1] = (byte) plainLength;
        return data;
    }
}
