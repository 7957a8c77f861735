package dev.interloper.handshake.quic;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether a Retry answers a connection id (RFC 9001 section 5.8). */
final class RetryIntegrity {

    private RetryIntegrity() {}

    static boolean holds(QuicVersion version, byte[] originalId, byte[] bytes, int packet, int end) {
        int tag = end - PacketProtection.TAG;
        if (tag < packet) {
            return false;
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(version.retryKey(), "AES"),
                    new GCMParameterSpec(8 * PacketProtection.TAG, version.retryNonce()));
            cipher.updateAAD(new byte[] {(byte) originalId.length});
            cipher.updateAAD(originalId);
            cipher.updateAAD(bytes, packet, tag - packet);
            cipher.doFinal(bytes, tag, PacketProtection.TAG);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
