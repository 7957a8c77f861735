package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.ShortBufferException;

/** Records under authenticated encryption (RFC 5288, RFC 6655, RFC 7905, RFC 8446 section 5.2). */
final class AeadProtection extends RecordProtection {

    /** What is authenticated beside the contents. */
    enum AdditionalData {
        /** Sequence number and header with the plaintext's length: TLS 1.2. */
        SEQUENCE_AND_HEADER,
        /** The header as it is on the wire: TLS 1.3. */
        HEADER,
        /** Nothing: TLS 1.3 before draft 25. */
        NONE
    }

    private static final int NONCE_LENGTH = 12;
    private static final int EXPLICIT_LENGTH = 8;

    private final Aead aead;
    private final byte[] iv;
    private final AdditionalData additionalData;

    /** With an IV of 4 bytes each record brings the other 8 of its nonce; with one of 12 they are its number. */
    AeadProtection(Aead aead, byte[] iv, AdditionalData additionalData) {
        this.aead = aead;
        this.iv = iv.clone();
        this.additionalData = additionalData;
    }

    @Override
    public int overhead() {
        return explicitLength() + aead.tagLength();
    }

    private int explicitLength() {
        return iv.length == NONCE_LENGTH ? 0 : EXPLICIT_LENGTH;
    }

    @Override
    int decrypt(Header header, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        byte[] covered = switch (additionalData) {
            case SEQUENCE_AND_HEADER -> header.withSequence(length - overhead());
            case HEADER -> header.onTheWire(length);
            case NONE -> new byte[0];
        };
        return decrypt(header.sequence(), covered, in, offset, length, out);
    }

    @Override
    int decrypt(long sequence, byte[] covered, byte[] in, int offset, int length, byte[] out)
            throws GeneralSecurityException {
        if (length < overhead()) {
            throw new AEADBadTagException("too short");
        }
        if (length - overhead() > out.length) {
            throw new ShortBufferException();
        }
        int explicit = explicitLength();
        byte[] nonce = explicit == 0 ? numbered(sequence) : brought(in, offset);
        return aead.open(nonce, covered, in, offset + explicit, length - explicit, out);
    }

    private byte[] brought(byte[] in, int offset) {
        byte[] nonce = Arrays.copyOf(iv, NONCE_LENGTH);
        System.arraycopy(in, offset, nonce, iv.length, EXPLICIT_LENGTH);
        return nonce;
    }

    private byte[] numbered(long sequence) {
        byte[] nonce = iv.clone();
        for (int i = 0; i < 8; i++) {
            nonce[NONCE_LENGTH - 1 - i] ^= (byte) (sequence >>> (8 * i));
        }
        return nonce;
    }
}
