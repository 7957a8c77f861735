package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM and ChaCha20-Poly1305, as the JDK has them. */
final class JdkAead implements Aead {

    private static final int TAG_LENGTH = 16;

    private final String transformation;
    private final SecretKeySpec key;
    private Cipher cipher;
    private byte[] lastNonce = new byte[0];

    private JdkAead(String transformation, SecretKeySpec key) throws GeneralSecurityException {
        this.transformation = transformation;
        this.key = key;
        this.cipher = Cipher.getInstance(transformation);
    }

    static JdkAead aesGcm(byte[] key) throws GeneralSecurityException {
        return new JdkAead("AES/GCM/NoPadding", new SecretKeySpec(key, "AES"));
    }

    static JdkAead chaCha20Poly1305(byte[] key) throws GeneralSecurityException {
        return new JdkAead("ChaCha20-Poly1305", new SecretKeySpec(key, "ChaCha20"));
    }

    @Override
    public int tagLength() {
        return TAG_LENGTH;
    }

    @Override
    public int open(byte[] nonce, byte[] additionalData, byte[] in, int offset, int length, byte[] out)
            throws GeneralSecurityException {
        if (Arrays.equals(nonce, lastNonce)) {
            // one cipher object refuses a nonce twice, although a record may be tried or retransmitted
            cipher = Cipher.getInstance(transformation);
        }
        cipher.init(Cipher.DECRYPT_MODE, key, parameters(nonce));
        lastNonce = nonce.clone();
        cipher.updateAAD(additionalData);
        return cipher.doFinal(in, offset, length, out, 0);
    }

    private AlgorithmParameterSpec parameters(byte[] nonce) {
        return key.getAlgorithm().equals("AES")
                ? new GCMParameterSpec(8 * TAG_LENGTH, nonce)
                : new IvParameterSpec(nonce);
    }
}
