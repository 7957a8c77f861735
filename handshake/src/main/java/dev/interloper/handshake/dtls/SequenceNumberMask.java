package dev.interloper.handshake.dtls;

import dev.interloper.handshake.crypto.CipherSuiteParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Takes the encryption off DTLS 1.3's sequence numbers (RFC 9147 section 4.2.3). */
final class SequenceNumberMask {

    /** Bytes of ciphertext that make the mask; a record has at least as many. */
    static final int SAMPLE_LENGTH = 16;

    private static final int COUNTER_LENGTH = 4;

    private final boolean chaCha;
    private final SecretKeySpec key;

    SequenceNumberMask(CipherSuiteParameters suite, byte[] key) {
        this.chaCha = suite.kind() == CipherSuiteParameters.Kind.CHACHA20_POLY1305;
        this.key = new SecretKeySpec(key, chaCha ? "ChaCha20" : "AES");
    }

    /** At least two bytes, to be combined with the number's by exclusive or. */
    byte[] of(byte[] bytes, int at) throws GeneralSecurityException {
        if (!chaCha) {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(bytes, at, SAMPLE_LENGTH);
        }
        int counter = 0;
        for (int i = COUNTER_LENGTH - 1; i >= 0; i--) {
            counter = counter << 8 | (bytes[at + i] & 0xff);
        }
        byte[] nonce = Arrays.copyOfRange(bytes, at + COUNTER_LENGTH, at + SAMPLE_LENGTH);
        Cipher cipher = Cipher.getInstance("ChaCha20");
        cipher.init(Cipher.ENCRYPT_MODE, key, new ChaCha20ParameterSpec(nonce, counter));
        return cipher.doFinal(new byte[2]);
    }
}
