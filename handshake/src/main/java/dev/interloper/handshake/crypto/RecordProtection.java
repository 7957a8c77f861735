package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;
import java.security.ProviderException;

/**
 * What protects one direction's records under one set of keys. Some kinds chain from record to record: a record that opens moves
 * the chain on, one that does not leaves it where it was. Not thread-safe.
 */
public abstract class RecordProtection {

    private static final int MAX_LENGTH = 1 << 16;

    RecordProtection() {}

    /**
     * Opens a record with additional data, or a MAC, made of its header as its version asks for.
     *
     * @param sequence the record's number; for DTLS 1.2 and before {@code epoch << 48 | sequence_number}
     * @param contentType as the record's header has it
     * @param version as the record's header has it
     * @param in holds what follows the header
     * @param offset where it starts
     * @param length its length
     * @param out takes the plaintext; with TLS 1.3, that is a {@code TLSInnerPlaintext}
     * @return the plaintext's length; -1 if it does not verify or does not fit
     */
    public final int open(long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out) {
        if (length < 0 || length > MAX_LENGTH || offset < 0 || offset > in.length - length) {
            return -1;
        }
        try {
            return decrypt(new Header(sequence, contentType, version), in, offset, length, out);
        } catch (GeneralSecurityException | ProviderException e) {
            return -1;
        }
    }

    /**
     * Opens a record with additional data that the caller made, as DTLS 1.3's unified header (RFC 9147 section 4) and connection ids
     * (RFC 9146) ask for.
     *
     * @return the plaintext's length; -1 if it does not verify or does not fit, or where nothing is authenticated that way
     */
    public final int open(long sequence, byte[] additionalData, byte[] in, int offset, int length, byte[] out) {
        if (length < 0 || length > MAX_LENGTH || offset < 0 || offset > in.length - length) {
            return -1;
        }
        try {
            return decrypt(sequence, additionalData, in, offset, length, out);
        } catch (GeneralSecurityException | ProviderException e) {
            return -1;
        }
    }

    /** By how many bytes the protected form is longer than its plaintext; -1 if that is not the same for all. */
    public int overhead() {
        return -1;
    }

    abstract int decrypt(Header header, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException;

    int decrypt(long sequence, byte[] additionalData, byte[] in, int offset, int length, byte[] out)
            throws GeneralSecurityException {
        throw new GeneralSecurityException("no additional data");
    }

    /** What authentication covers beside the contents. */
    record Header(long sequence, int contentType, int version) {

        /** RFC 5246 section 6.2.3.3: {@code seq_num + type + version + length}. */
        byte[] withSequence(int length) {
            byte[] bytes = new byte[13];
            putSequence(bytes, sequence);
            putHeader(bytes, 8, length);
            return bytes;
        }

        /** RFC 8446 section 5.2: the record's header. */
        byte[] onTheWire(int length) {
            byte[] bytes = new byte[5];
            putHeader(bytes, 0, length);
            return bytes;
        }

        private void putHeader(byte[] into, int at, int length) {
            into[at] = (byte) contentType;
            into[at + 1] = (byte) (version >> 8);
            into[at + 2] = (byte) version;
            into[at + 3] = (byte) (length >> 8);
            into[at + 4] = (byte) length;
        }

        static void putSequence(byte[] into, long sequence) {
            for (int i = 0; i < 8; i++) {
                into[i] = (byte) (sequence >>> (56 - 8 * i));
            }
        }
    }
}
