package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Records under a block cipher in CBC mode with a MAC, before the encryption or (RFC 7366) after it. */
final class CbcProtection extends RecordProtection {

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final RecordMac mac;
    private final boolean encryptThenMac;
    private final boolean ssl3;
    private final int blockLength;

    /** The last record's last block, before TLS 1.1; later, empty: each record brings its own. */
    private byte[] chainedIv;

    CbcProtection(
            CipherSuiteParameters suite, int version, boolean encryptThenMac, RecordMac mac, byte[] key, byte[] iv)
            throws GeneralSecurityException {
        this.cipher = Cipher.getInstance(suite.cipherAlgorithm() + "/CBC/NoPadding");
        this.key = new SecretKeySpec(key, suite.cipherAlgorithm());
        this.mac = mac;
        this.encryptThenMac = encryptThenMac;
        this.ssl3 = version == Prf.SSL_3;
        this.blockLength = suite.blockLength();
        this.chainedIv = iv.clone();
    }

    @Override
    int decrypt(Header header, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        int encrypted = encryptThenMac ? length - mac.length() : length;
        int explicit = chainedIv.length == 0 ? blockLength : 0;
        if (encrypted - explicit < blockLength || (encrypted - explicit) % blockLength != 0) {
            throw new IllegalBlockSizeException();
        }
        if (encryptThenMac) {
            mac.verify(header, in, offset, encrypted);
        }
        byte[] iv = explicit == 0 ? chainedIv : Arrays.copyOfRange(in, offset, offset + explicit);
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
        byte[] plain = cipher.doFinal(in, offset + explicit, encrypted - explicit);
        int content = contentLength(plain);
        if (!encryptThenMac) {
            mac.verify(header, plain, 0, content);
        }
        if (content > out.length) {
            throw new ShortBufferException();
        }
        System.arraycopy(plain, 0, out, 0, content);
        if (explicit == 0) {
            chainedIv = Arrays.copyOfRange(in, offset + encrypted - blockLength, offset + encrypted);
        }
        return content;
    }

    /** Without padding, its length, and the MAC if that is inside. */
    private int contentLength(byte[] plain) throws GeneralSecurityException {
        int padding = plain[plain.length - 1] & 0xff;
        int content = plain.length - 1 - padding;
        if (content < 0 || (ssl3 && padding >= blockLength)) {
            throw new BadPaddingException("more padding than there are bytes");
        }
        for (int i = content; !ssl3 && i < plain.length; i++) {
            if ((plain[i] & 0xff) != padding) {
                throw new BadPaddingException("unequal padding");
            }
        }
        if (!encryptThenMac) {
            content -= mac.length();
        }
        if (content < 0) {
            throw new SignatureException("no room for a MAC");
        }
        return content;
    }
}
