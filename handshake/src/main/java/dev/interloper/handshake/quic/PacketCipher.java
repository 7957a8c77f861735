package dev.interloper.handshake.quic;

import dev.interloper.handshake.crypto.Hkdf;
import org.jspecify.annotations.Nullable;

/** The cipher suites of packets (RFC 9001 section 5.3). TLS_AES_128_CCM_SHA256 is not among them yet. */
enum PacketCipher {
    AES_128_GCM(0x1301, 16, "AES"),
    AES_256_GCM(0x1302, 32, "AES"),
    CHACHA20_POLY1305(0x1303, 32, "ChaCha20");

    private final int suite;
    private final int keyLength;
    private final String algorithm;

    PacketCipher(int suite, int keyLength, String algorithm) {
        this.suite = suite;
        this.keyLength = keyLength;
        this.algorithm = algorithm;
    }

    static @Nullable PacketCipher of(int suite) {
        for (PacketCipher cipher : values()) {
            if (cipher.suite == suite) {
                return cipher;
            }
        }
        return null;
    }

    int suite() {
        return suite;
    }

    int keyLength() {
        return keyLength;
    }

    String algorithm() {
        return algorithm;
    }

    boolean isAes() {
        return this != CHACHA20_POLY1305;
    }

    Hkdf hkdf() {
        return this == AES_256_GCM ? Hkdf.sha384() : Hkdf.sha256();
    }
}
