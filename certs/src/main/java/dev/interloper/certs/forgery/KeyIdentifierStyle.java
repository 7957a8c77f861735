package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.Hashes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * How a subject key identifier was made. Libraries differ in it, so that it tells engines apart.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.2">RFC 5280, section 4.2.1.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7093#section-2">RFC 7093, section 2</a>
 * @since 0.1
 */
public enum KeyIdentifierStyle {
    /** There is none, or it does not parse. */
    ABSENT("-"),
    /** SHA-1 of the key's bits: RFC 5280, method 1. */
    SHA1_OF_KEY("sha1"),
    /** Eight octets, the last 60 bits of that SHA-1 after 0100: RFC 5280, method 2. */
    SHA1_OF_KEY_60_BITS("sha1-60"),
    /** First 20 octets of the SHA-256 of the key's bits: RFC 7093, method 1. */
    SHA256_OF_KEY_TRUNCATED("sha256-160"),
    /** SHA-256 of the key's bits, whole. */
    SHA256_OF_KEY("sha256"),
    /** First 20 octets of the SHA-384 or SHA-512 of the key's bits: RFC 7093, methods 2 and 3. */
    SHA2_OF_KEY_TRUNCATED("sha2-160"),
    /** SHA-1 of the whole SubjectPublicKeyInfo, a common slip. */
    SHA1_OF_SPKI("spki-sha1"),
    /** SHA-256 of the whole SubjectPublicKeyInfo, whole or its first 20 octets: RFC 7093, method 4. */
    SHA256_OF_SPKI("spki-sha256"),
    /** The whole SubjectPublicKeyInfo itself, unhashed. */
    WHOLE_SPKI("spki"),
    /** 20 octets of which none of these is the source: random, or another certificate's, copied. */
    OTHER_20("other20"),
    /** Anything else. */
    OTHER("other");

    private static final int TRUNCATED = 20;

    private final String token;

    KeyIdentifierStyle(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    boolean isMadeOfKey() {
        return this != ABSENT && this != OTHER_20 && this != OTHER;
    }

    static KeyIdentifierStyle of(byte[] keyId, byte[] keyBits, byte[] keyInfo) {
        return switch (keyId.length) {
            case 0 -> ABSENT;
            case 8 -> is60Bits(keyId, Hashes.sha1(keyBits)) ? SHA1_OF_KEY_60_BITS : OTHER;
            case TRUNCATED -> ofTwenty(keyId, keyBits, keyInfo);
            case 32 -> {
                if (Arrays.equals(keyId, Hashes.sha256(keyBits))) {
                    yield SHA256_OF_KEY;
                }
                yield Arrays.equals(keyId, Hashes.sha256(keyInfo)) ? SHA256_OF_SPKI : OTHER;
            }
            default -> Arrays.equals(keyId, keyInfo) ? WHOLE_SPKI : OTHER;
        };
    }

    private static KeyIdentifierStyle ofTwenty(byte[] keyId, byte[] keyBits, byte[] keyInfo) {
        if (Arrays.equals(keyId, Hashes.sha1(keyBits))) {
            return SHA1_OF_KEY;
        }
        if (starts(Hashes.sha256(keyBits), keyId)) {
            return SHA256_OF_KEY_TRUNCATED;
        }
        if (Arrays.equals(keyId, Hashes.sha1(keyInfo))) {
            return SHA1_OF_SPKI;
        }
        if (starts(Hashes.sha256(keyInfo), keyId)) {
            return SHA256_OF_SPKI;
        }
        boolean long2 = starts(digest("SHA-384", keyBits), keyId) || starts(digest("SHA-512", keyBits), keyId);
        return long2 ? SHA2_OF_KEY_TRUNCATED : OTHER_20;
    }

    private static boolean is60Bits(byte[] keyId, byte[] sha1) {
        int from = sha1.length - keyId.length;
        return keyId[0] == (byte) (0x40 | (sha1[from] & 0x0f))
                && Arrays.equals(keyId, 1, keyId.length, sha1, from + 1, sha1.length);
    }

    private static boolean starts(byte[] hash, byte[] keyId) {
        return hash.length >= keyId.length && Arrays.equals(hash, 0, keyId.length, keyId, 0, keyId.length);
    }

    /** No octets where the platform, which need not have it, lacks the algorithm. */
    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            return new byte[0];
        }
    }
}
