package dev.interloper.boards.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes and Base64, as log lists write them. */
final class Digests {

    private Digests() {}

    static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    static String sha256Base64(byte[] octets) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) { // every platform has it
            throw new IllegalStateException(e);
        }
    }
}
