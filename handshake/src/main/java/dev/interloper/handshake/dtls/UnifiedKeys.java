package dev.interloper.handshake.dtls;

import dev.interloper.handshake.crypto.CipherSuiteParameters;
import dev.interloper.handshake.crypto.RecordProtection;
import dev.interloper.handshake.crypto.TrafficKeys;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** DTLS 1.3. */
final class UnifiedKeys implements EpochKeys {

    private final RecordProtection protection;
    private final SequenceNumberMask mask;
    private long expected;

    private UnifiedKeys(RecordProtection protection, SequenceNumberMask mask) {
        this.protection = protection;
        this.mask = mask;
    }

    /** The keys that a traffic secret gives; empty if this platform's ciphers do not do. */
    static Optional<UnifiedKeys> of(CipherSuiteParameters suite, byte[] secret) {
        TrafficKeys keys = TrafficKeys.dtls(suite);
        try {
            SequenceNumberMask mask = new SequenceNumberMask(suite, keys.expand(secret, "sn", suite.keyLength()));
            return keys.protection(secret).map(protection -> new UnifiedKeys(protection, mask));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public int open(RecordHeader header, byte[] bytes, int at, byte[] out) {
        if (!header.unified || header.sequenceLength == 0 || header.length < SequenceNumberMask.SAMPLE_LENGTH) {
            return -1;
        }
        try {
            int body = at + header.headerLength;
            byte[] covered = Arrays.copyOfRange(bytes, at, body);
            long number = number(covered, 1 + header.connectionId, header.sequenceLength, mask.of(bytes, body));
            int length = protection.open(number, covered, bytes, body, header.length, out);
            if (length < 0) {
                return -1;
            }
            expected = Math.max(expected, number + 1);
            header.sequence = number;
            return EpochKeys.inner(header, out, length);
        } catch (GeneralSecurityException e) {
            return -1;
        }
    }

    /** Unmasks the number in a copy of the header, which is authenticated so, and completes it. */
    private long number(byte[] header, int at, int length, byte[] bits) {
        long low = 0;
        for (int i = 0; i < length; i++) {
            header[at + i] ^= bits[i];
            low = low << 8 | (header[at + i] & 0xff);
        }
        return nearest(expected, low, 8 * length);
    }

    /** The number nearest to the expected one that ends with these bits (RFC 9147 section 4.2.2). */
    static long nearest(long expected, long low, int bits) {
        long window = 1L << bits;
        long candidate = (expected & -window) | low;
        if (candidate > expected + window / 2) {
            return candidate >= window ? candidate - window : candidate;
        }
        return candidate + window / 2 < expected ? candidate + window : candidate;
    }
}
