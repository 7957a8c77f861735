package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a SignedCertificateTimestampList.
 *
 * <pre>
 * struct { SerializedSCT sct_list &lt;1..2^16-1&gt;; } SignedCertificateTimestampList;
 * opaque SerializedSCT&lt;1..2^16-1&gt;;
 * struct {
 *     Version sct_version;  LogID id;  uint64 timestamp;  CtExtensions extensions;   // opaque &lt;0..2^16-1&gt;
 *     digitally-signed struct {...};   // hash, signature algorithm, opaque &lt;0..2^16-1&gt;
 * } SignedCertificateTimestamp;
 * </pre>
 */
final class SctListReader {
    /** More than any certificate or server has; each costs a signature check. */
    static final int MAX_SCTS = 32;

    private static final int ID = 32;

    private final byte[] bytes;
    private final SctOrigin origin;
    private final List<SignedCertificateTimestamp> timestamps = new ArrayList<>();
    private final List<SctProblem> problems = new ArrayList<>();
    private int position;
    private int end;

    private SctListReader(byte[] bytes, SctOrigin origin) {
        this.bytes = bytes;
        this.origin = origin;
        this.end = bytes.length;
    }

    static SctList read(byte[] bytes, SctOrigin origin) {
        SctListReader reader = new SctListReader(bytes, origin);
        try {
            reader.list();
        } catch (Malformed e) {
            reader.problem(e.offset, SctStatus.MALFORMED, e.reason);
        }
        return new SctList(reader.timestamps, reader.problems);
    }

    private void list() throws Malformed {
        int length = uint(2, "the length of the list");
        if (length < end - position) {
            int trailing = end - position - length;
            problem(position + length, SctStatus.MALFORMED, trailing + " bytes follow the list");
            end = position + length;
        } else if (length > end - position) {
            String reason = "the list should have " + length + " bytes and has " + (end - position);
            problem(0, SctStatus.MALFORMED, reason);
        } else if (length == 0) {
            problem(0, SctStatus.MALFORMED, "the list is empty");
        }
        int listEnd = end;
        while (position < listEnd) {
            if (timestamps.size() + problems.size() >= MAX_SCTS) {
                problem(position, SctStatus.NOT_CHECKED, "what follows the first " + MAX_SCTS + " SCTs is not read");
                return;
            }
            end = listEnd;
            int sct = uint(2, "the length of an SCT");
            require(sct, "an SCT of " + sct + " bytes");
            end = position + sct;
            try {
                timestamp();
            } catch (Malformed e) {
                problem(e.offset, SctStatus.MALFORMED, e.reason);
            }
            position = end;
        }
    }

    private void timestamp() throws Malformed {
        int at = position;
        int version = uint(1, "the version of an SCT");
        if (version != 0) {
            problem(at, SctStatus.UNSUPPORTED, "version " + (version + 1) + " is not known, only v1 is");
            return;
        }
        PublicKeyHash logId = PublicKeyHash.fromHex(HexFormat.of().formatHex(take(ID, "the log's identifier")));
        long timestamp = ((long) uint(4, "the timestamp") << 32) | (uint(4, "the timestamp") & 0xffff_ffffL);
        byte[] extensions = take(uint(2, "the length of the extensions"), "the extensions");
        int hash = uint(1, "the hash algorithm");
        int algorithm = uint(1, "the signature algorithm");
        byte[] signature = take(uint(2, "the length of the signature"), "the signature");
        if (position < end) {
            throw new Malformed(position, (end - position) + " bytes follow the signature");
        }
        timestamps.add(
                new SignedCertificateTimestamp(origin, logId, timestamp, extensions, hash, algorithm, signature));
    }

    private int uint(int octets, String what) throws Malformed {
        require(octets, what);
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | (bytes[position++] & 0xff);
        }
        return value;
    }

    private byte[] take(int length, String what) throws Malformed {
        require(length, what);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    private void require(int length, String what) throws Malformed {
        if (length > end - position) {
            throw new Malformed(
                    position, "expected " + what + " (" + length + " bytes), found " + (end - position) + " bytes");
        }
    }

    private void problem(int offset, SctStatus status, String reason) {
        problems.add(new SctProblem(origin, offset, status, reason));
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int offset;
        private final String reason;

        Malformed(int offset, String reason) {
            super(reason, null, false, false);
            this.offset = offset;
            this.reason = reason;
        }
    }
}
