package dev.interloper.handshake.fingerprint;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash function of which the first digits are wanted, kept with the room for its result. */
final class Digest {

    private final MessageDigest digest;
    private final byte[] hash;

    Digest(String algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
        hash = new byte[digest.getDigestLength()];
    }

    /** Writes the first digits of a text's hash behind another text. */
    void write(Text text, int digits, Text out) {
        text.update(digest);
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < digits / 2; i++) {
            out.hex8(hash[i]);
        }
    }
}
