package dev.interloper.handshake.dtls;

import dev.interloper.handshake.crypto.CipherSuiteParameters;
import dev.interloper.handshake.crypto.TrafficKeys;
import dev.interloper.handshake.fixture.Wire;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Protects records as a peer would. */
final class Sealer {

    private Sealer() {}

    /** DTLS 1.3 with AES-128-GCM or ChaCha20-Poly1305: a whole record with a unified header. */
    static byte[] unified(
            int suite, byte[] secret, int epoch, long sequence, byte[] connectionId, boolean shortForm, byte[] inner)
            throws GeneralSecurityException {
        CipherSuiteParameters parameters = CipherSuiteParameters.of(suite).orElseThrow();
        TrafficKeys keys = TrafficKeys.dtls(parameters);
        byte[] iv = keys.expand(secret, "iv", 12);
        for (int i = 0; i < 8; i++) {
            iv[11 - i] ^= (byte) (sequence >> (8 * i));
        }
        int flags = 0x20 | (connectionId.length > 0 ? 0x10 : 0) | (shortForm ? 0 : 0x0c) | (epoch & 3);
        byte[] header = Wire.of(wire -> {
            wire.u8(flags).raw(connectionId);
            if (shortForm) {
                wire.u8((int) sequence);
            } else {
                wire.u16((int) sequence).u16(inner.length + 16);
            }
        });
        boolean chaCha = parameters.kind() == CipherSuiteParameters.Kind.CHACHA20_POLY1305;
        byte[] key = keys.expand(secret, "key", parameters.keyLength());
        byte[] sealed = seal(chaCha, key, iv, header, inner);
        byte[] mask = mask(chaCha, keys.expand(secret, "sn", parameters.keyLength()), sealed);
        for (int i = 0; i < (shortForm ? 1 : 2); i++) {
            header[1 + connectionId.length + i] ^= mask[i];
        }
        return Wire.concat(header, sealed);
    }

    private static byte[] seal(boolean chaCha, byte[] key, byte[] nonce, byte[] covered, byte[] plain)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(chaCha ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, chaCha ? "ChaCha20" : "AES"),
                chaCha ? new IvParameterSpec(nonce) : new GCMParameterSpec(128, nonce));
        cipher.updateAAD(covered);
        return cipher.doFinal(plain);
    }

    private static byte[] mask(boolean chaCha, byte[] key, byte[] sealed) throws GeneralSecurityException {
        if (!chaCha) {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(sealed, 0, 16);
        }
        int counter =
                (sealed[0] & 0xff) | (sealed[1] & 0xff) << 8 | (sealed[2] & 0xff) << 16 | (sealed[3] & 0xff) << 24;
        Cipher cipher = Cipher.getInstance("ChaCha20");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "ChaCha20"),
                new ChaCha20ParameterSpec(Arrays.copyOfRange(sealed, 4, 16), counter));
        return cipher.doFinal(new byte[2]);
    }

    /** DTLS 1.2 with AES-128-GCM, the client's records: 16 + 16 bytes of keys and 4 + 4 of IVs make the key block. */
    static byte[] classic(byte[] master, byte[] randoms, int type, long sequence, byte[] plain)
            throws GeneralSecurityException {
        byte[] covered = Wire.of(wire -> wire.u16(1)
                .u16((int) (sequence >> 32))
                .u32(sequence)
                .u8(type)
                .u16(0xfefd)
                .u16(plain.length));
        return DtlsBytes.record(type, 0xfefd, 1, sequence, gcm(master, randoms, sequence, covered, plain));
    }

    /** The same with a connection id (RFC 9146 section 5.3); inner has its type at its end. */
    static byte[] withConnectionId(byte[] master, byte[] randoms, long sequence, byte[] connectionId, byte[] inner)
            throws GeneralSecurityException {
        byte[] header = Wire.of(wire -> wire.u8(25)
                .u16(0xfefd)
                .u16(1)
                .u16((int) (sequence >> 32))
                .u32(sequence)
                .raw(connectionId));
        byte[] covered = Wire.of(
                wire -> wire.u64(-1).u8(25).u8(connectionId.length).raw(header).u16(inner.length));
        byte[] sealed = gcm(master, randoms, sequence, covered, inner);
        return Wire.of(wire -> wire.raw(header).vector16(sealed));
    }

    private static byte[] gcm(byte[] master, byte[] randoms, long sequence, byte[] covered, byte[] plain)
            throws GeneralSecurityException {
        byte[] block = prf(master, Wire.concat(Wire.ascii("key expansion"), randoms), 40);
        byte[] explicit = Wire.of(wire -> wire.u64(sequence + 7));
        byte[] nonce = Wire.concat(Arrays.copyOfRange(block, 32, 36), explicit);
        return Wire.concat(explicit, seal(false, Arrays.copyOf(block, 16), nonce, covered, plain));
    }

    private static byte[] prf(byte[] secret, byte[] seed, int length) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] output = new byte[0];
        for (byte[] a = mac.doFinal(seed); output.length < length; a = mac.doFinal(a)) {
            mac.update(a);
            output = Wire.concat(output, mac.doFinal(seed));
        }
        return Arrays.copyOf(output, length);
    }
}
