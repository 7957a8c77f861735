package dev.interloper.handshake.crypto;

import dev.interloper.handshake.crypto.RecordProtection.Header;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SignatureException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The MAC of records before authenticated encryption: HMAC (RFC 5246 section 6.2.3.1), or SSL 3.0's own (RFC 6101 section 5.2.3.1). */
abstract class RecordMac {

    private final int length;

    private RecordMac(int length) {
        this.length = length;
    }

    static RecordMac of(CipherSuiteParameters suite, int version, byte[] key) throws GeneralSecurityException {
        return version == Prf.SSL_3
                ? new Ssl3(suite.digestAlgorithm(), suite.macLength(), key)
                : new Hmac(suite.macAlgorithm(), suite.macLength(), key);
    }

    final int length() {
        return length;
    }

    abstract byte[] compute(Header header, byte[] content, int offset, int length);

    /** Whether the MAC that follows the content is right. */
    final void verify(Header header, byte[] content, int offset, int contentLength) throws SignatureException {
        byte[] received = Arrays.copyOfRange(content, offset + contentLength, offset + contentLength + length);
        if (!MessageDigest.isEqual(received, compute(header, content, offset, contentLength))) {
            throw new SignatureException("another MAC");
        }
    }

    private static final class Hmac extends RecordMac {

        private final Mac mac;

        Hmac(String algorithm, int length, byte[] key) throws GeneralSecurityException {
            super(length);
            this.mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
        }

        @Override
        byte[] compute(Header header, byte[] content, int offset, int length) {
            mac.update(header.withSequence(length));
            mac.update(content, offset, length);
            return mac.doFinal();
        }
    }

    private static final class Ssl3 extends RecordMac {

        private final MessageDigest digest;
        private final byte[] key;
        private final int padLength;

        Ssl3(String algorithm, int length, byte[] key) throws GeneralSecurityException {
            super(length);
            this.digest = MessageDigest.getInstance(algorithm);
            this.key = key.clone();
            this.padLength = algorithm.equals("MD5") ? 48 : 40;
        }

        @Override
        byte[] compute(Header header, byte[] content, int offset, int length) {
            byte[] covered = header.withSequence(length);
            digest.update(key);
            digest.update(pad(0x36));
            digest.update(covered, 0, 9); // all but the version
            digest.update(covered, 11, 2);
            digest.update(content, offset, length);
            byte[] inner = digest.digest();
            digest.update(key);
            digest.update(pad(0x5c));
            return digest.digest(inner);
        }

        private byte[] pad(int value) {
            byte[] pad = new byte[padLength];
            Arrays.fill(pad, (byte) value);
            return pad;
        }
    }
}
