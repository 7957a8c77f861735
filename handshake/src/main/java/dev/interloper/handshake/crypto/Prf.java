package dev.interloper.handshake.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The pseudo-random function that makes a master secret and keys before TLS 1.3 (RFC 5246 section 5, RFC 2246 section 5, RFC 6101 section 6). */
final class Prf {

    static final int SSL_3 = 0x0300;
    private static final int TLS_1_0 = 0x0301;
    private static final int TLS_1_2 = 0x0303;
    private static final int DTLS_1_2 = 0xfefd;
    private static final int MASTER_LENGTH = 48;

    private Prf() {}

    /** Before TLS 1.1 a record's last block is the next one's IV. */
    static boolean hasChainedIv(int version) {
        return version == SSL_3 || version == TLS_1_0;
    }

    /** RFC 5246 section 8.1. */
    static byte[] masterSecret(CipherSuiteParameters suite, int version, byte[] premaster, byte[] client, byte[] server)
            throws GeneralSecurityException {
        return expand(suite, version, premaster, "master secret", client, server, MASTER_LENGTH);
    }

    /** RFC 5246 section 6.3, with the randoms in its order. */
    static byte[] keyBlock(
            CipherSuiteParameters suite, int version, byte[] master, byte[] client, byte[] server, int length)
            throws GeneralSecurityException {
        return expand(suite, version, master, "key expansion", server, client, length);
    }

    private static byte[] expand(
            CipherSuiteParameters suite,
            int version,
            byte[] secret,
            String label,
            byte[] firstRandom,
            byte[] secondRandom,
            int length)
            throws GeneralSecurityException {
        byte[] randoms = concat(firstRandom, secondRandom);
        if (version == SSL_3) {
            return ssl3(secret, randoms, length);
        }
        byte[] seed = concat(label.getBytes(StandardCharsets.US_ASCII), randoms);
        if (version == TLS_1_2 || version == DTLS_1_2) {
            return stretch(suite.usesSha384() ? "HmacSHA384" : "HmacSHA256", secret, seed, length);
        }
        int half = (secret.length + 1) / 2;
        byte[] output = stretch("HmacMD5", Arrays.copyOf(secret, half), seed, length);
        byte[] other =
                stretch("HmacSHA1", Arrays.copyOfRange(secret, secret.length - half, secret.length), seed, length);
        for (int i = 0; i < length; i++) {
            output[i] ^= other[i];
        }
        return output;
    }

    /** RFC 5246's {@code P_hash}. */
    private static byte[] stretch(String algorithm, byte[] secret, byte[] seed, int length)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm));
        byte[] output = new byte[length];
        byte[] a = seed;
        for (int done = 0; done < length; done += mac.getMacLength()) {
            a = mac.doFinal(a);
            mac.update(a);
            byte[] block = mac.doFinal(seed);
            System.arraycopy(block, 0, output, done, Math.min(block.length, length - done));
        }
        return output;
    }

    /** RFC 6101 section 6.2.2: MD5 over the secret and SHA-1 of "A", "BB", "CCC" …, the secret and the randoms. */
    private static byte[] ssl3(byte[] secret, byte[] randoms, int length) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        byte[] output = new byte[length];
        for (int done = 0, round = 1; done < length; done += 16, round++) {
            byte[] letters = new byte[round];
            Arrays.fill(letters, (byte) ('A' + round - 1));
            sha1.update(letters);
            sha1.update(secret);
            md5.update(secret);
            byte[] block = md5.digest(sha1.digest(randoms));
            System.arraycopy(block, 0, output, done, Math.min(block.length, length - done));
        }
        return output;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
