package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;

/** Authenticated decryption with additional data (RFC 5116 section 2.2). */
interface Aead {

    /** The length of a tag, in bytes. */
    int tagLength();

    /** Decrypts what ends with a tag; the number of bytes that it wrote to {@code out}. */
    int open(byte[] nonce, byte[] additionalData, byte[] in, int offset, int length, byte[] out)
            throws GeneralSecurityException;
}
