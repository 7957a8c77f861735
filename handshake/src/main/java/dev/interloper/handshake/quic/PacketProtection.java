package dev.interloper.handshake.quic;

import dev.interloper.handshake.crypto.Hkdf;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Takes the protection off the packets that one side sends at one level (RFC 9001 sections 5.3 and 5.4). */
final class PacketProtection {

    static final int TAG = 16;
    private static final int SAMPLE = 16;
    private static final int MAX_NUMBER = 4;

    private final PacketCipher cipher;
    private final SecretKeySpec key;
    private final byte[] iv;
    private final SecretKeySpec headerKey;
    private final @Nullable Cipher headerAes;
    private Cipher aead;
    private final byte[] mask = new byte[SAMPLE];
    private final byte[] nonce = new byte[12];
    private final byte[] plainNumber = new byte[MAX_NUMBER];
    private final byte[] plainFirst = new byte[1];
    private long number = -1;

    PacketProtection(byte[] secret, PacketCipher cipher, String labelPrefix) throws GeneralSecurityException {
        Hkdf hkdf = cipher.hkdf();
        this.cipher = cipher;
        this.key = new SecretKeySpec(
                hkdf.expandLabel(secret, labelPrefix + "key", cipher.keyLength()), cipher.algorithm());
        this.iv = hkdf.expandLabel(secret, labelPrefix + "iv", nonce.length);
        this.headerKey =
                new SecretKeySpec(hkdf.expandLabel(secret, labelPrefix + "hp", cipher.keyLength()), cipher.algorithm());
        this.aead = newAead();
        this.headerAes = cipher.isAes() ? headerAes(headerKey) : null;
    }

    private static Cipher headerAes(SecretKeySpec key) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, key);
        return aes;
    }

    private Cipher newAead() throws GeneralSecurityException {
        return Cipher.getInstance(cipher.isAes() ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
    }

    /**
     * Opens a packet without touching it.
     *
     * @param largest the largest packet number seen so far, from which a truncated one is completed
     * @param into takes the frames; at least as long as the packet
     * @return how long the frames are; -1 if these keys do not open it
     */
    int open(byte[] bytes, int packet, int numberAt, int end, long largest, byte[] into) {
        if (end - numberAt < MAX_NUMBER + SAMPLE) {
            return -1;
        }
        try {
            mask(bytes, numberAt + MAX_NUMBER);
            boolean isLong = (bytes[packet] & 0x80) != 0;
            plainFirst[0] = (byte) (bytes[packet] ^ (mask[0] & (isLong ? 0x0f : 0x1f)));
            int size = (plainFirst[0] & 3) + 1;
            long truncated = 0;
            for (int i = 0; i < size; i++) {
                plainNumber[i] = (byte) (bytes[numberAt + i] ^ mask[1 + i]);
                truncated = truncated << 8 | (plainNumber[i] & 0xff);
            }
            number = complete(truncated, 8 * size, largest + 1);
            return open(bytes, packet, numberAt, size, end, into);
        } catch (GeneralSecurityException e) {
            return -1;
        }
    }

    private int open(byte[] bytes, int packet, int numberAt, int size, int end, byte[] into)
            throws GeneralSecurityException {
        System.arraycopy(iv, 0, nonce, 0, nonce.length);
        for (int i = 0; i < 8; i++) {
            nonce[4 + i] ^= (byte) (number >> (56 - 8 * i));
        }
        if (cipher.isAes()) {
            aead.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        } else {
            aead = newAead(); // the JDK's refuses the same nonce twice, which a packet that was sent twice has
            aead.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
        }
        aead.updateAAD(plainFirst);
        aead.updateAAD(bytes, packet + 1, numberAt - packet - 1);
        aead.updateAAD(plainNumber, 0, size);
        return aead.doFinal(bytes, numberAt + size, end - numberAt - size, into, 0);
    }

    private void mask(byte[] bytes, int sample) throws GeneralSecurityException {
        if (headerAes != null) {
            headerAes.update(bytes, sample, SAMPLE, mask, 0);
            return;
        }
        int counter = (bytes[sample] & 0xff)
                | (bytes[sample + 1] & 0xff) << 8
                | (bytes[sample + 2] & 0xff) << 16
                | (bytes[sample + 3] & 0xff) << 24;
        byte[] maskNonce = Arrays.copyOfRange(bytes, sample + 4, sample + SAMPLE);
        Cipher chaCha = Cipher.getInstance("ChaCha20");
        chaCha.init(Cipher.ENCRYPT_MODE, headerKey, new ChaCha20ParameterSpec(maskNonce, counter));
        chaCha.update(new byte[MAX_NUMBER + 1], 0, MAX_NUMBER + 1, mask, 0);
    }

    /** RFC 9000 appendix A.3. */
    static long complete(long truncated, int bits, long expected) {
        long window = 1L << bits;
        long candidate = (expected & -window) | truncated;
        if (candidate <= expected - window / 2 && candidate < (1L << 62) - window) {
            return candidate + window;
        }
        return candidate > expected + window / 2 && candidate >= window ? candidate - window : candidate;
    }

    /** The number of the packet that was opened last. */
    long number() {
        return number;
    }
}
