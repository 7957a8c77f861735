package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-CCM (RFC 3610), which the JDK lacks, from its AES in counter mode and in cipher block chaining. */
final class Ccm implements Aead {

    private static final int BLOCK = 16;

    /** Of additional data; RFC 3610 section 2.2 has a longer form, which no record needs. */
    private static final int MAX_ADDITIONAL_DATA = 0xfeff;

    private final SecretKeySpec key;
    private final int tagLength;
    private final Cipher counter = Cipher.getInstance("AES/CTR/NoPadding");
    private final Cipher chaining = Cipher.getInstance("AES/CBC/NoPadding");

    Ccm(byte[] key, int tagLength) throws GeneralSecurityException {
        this.key = new SecretKeySpec(key, "AES");
        this.tagLength = tagLength;
    }

    @Override
    public int tagLength() {
        return tagLength;
    }

    @Override
    public int open(byte[] nonce, byte[] additionalData, byte[] in, int offset, int length, byte[] out)
            throws GeneralSecurityException {
        int plainLength = length - tagLength;
        if (plainLength < 0 || additionalData.length > MAX_ADDITIONAL_DATA) {
            throw new AEADBadTagException("too short for a tag, or too much additional data");
        }
        if (plainLength > out.length) {
            throw new ShortBufferException();
        }
        counter.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(firstCounterBlock(nonce)));
        byte[] keyOfTag = new byte[BLOCK];
        counter.update(keyOfTag, 0, BLOCK, keyOfTag, 0);
        byte[] plain = counter.doFinal(in, offset, plainLength);
        byte[] tag = tag(nonce, additionalData, plain);
        for (int i = 0; i < tagLength; i++) {
            tag[i] ^= keyOfTag[i];
        }
        byte[] received = Arrays.copyOfRange(in, offset + plainLength, offset + length);
        if (!MessageDigest.isEqual(received, Arrays.copyOf(tag, tagLength))) {
            throw new AEADBadTagException("another tag");
        }
        System.arraycopy(plain, 0, out, 0, plainLength);
        return plainLength;
    }

    /** RFC 3610 section 2.3: flags, nonce and a counter from zero. */
    private static byte[] firstCounterBlock(byte[] nonce) {
        byte[] block = new byte[BLOCK];
        block[0] = (byte) (lengthOfLength(nonce) - 1);
        System.arraycopy(nonce, 0, block, 1, nonce.length);
        return block;
    }

    private static int lengthOfLength(byte[] nonce) {
        return BLOCK - 1 - nonce.length;
    }

    /** RFC 3610 section 2.2: the last block of B_0, additional data and message, each padded with zeros, chained. */
    private byte[] tag(byte[] nonce, byte[] additionalData, byte[] plain) throws GeneralSecurityException {
        int additional = additionalData.length == 0 ? 0 : padded(2 + additionalData.length);
        byte[] blocks = new byte[BLOCK + additional + padded(plain.length)];
        boolean hasAdditionalData = additional > 0;
        blocks[0] = (byte) ((hasAdditionalData ? 0x40 : 0) | ((tagLength - 2) / 2) << 3 | (lengthOfLength(nonce) - 1));
        System.arraycopy(nonce, 0, blocks, 1, nonce.length);
        for (int i = 0; i < Math.min(4, lengthOfLength(nonce)); i++) {
            blocks[BLOCK - 1 - i] = (byte) (plain.length >>> (8 * i));
        }
        if (hasAdditionalData) {
            blocks[BLOCK] = (byte) (additionalData.length >> 8);
            blocks[BLOCK + 1] = (byte) additionalData.length;
            System.arraycopy(additionalData, 0, blocks, BLOCK + 2, additionalData.length);
        }
        System.arraycopy(plain, 0, blocks, BLOCK + additional, plain.length);
        chaining.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[BLOCK]));
        byte[] chained = chaining.doFinal(blocks);
        return Arrays.copyOfRange(chained, chained.length - BLOCK, chained.length);
    }

    private static int padded(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }
}
