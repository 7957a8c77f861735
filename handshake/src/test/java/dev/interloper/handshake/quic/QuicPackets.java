package dev.interloper.handshake.quic;

import dev.interloper.handshake.crypto.Hkdf;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.stream.Direction;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Builds protected packets, and the frames in them. */
final class QuicPackets {

    static final int V1 = 1;
    static final int V2 = 0x6b3343cf;
    private static final int TAG = 16;

    private QuicPackets() {}

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    static byte[] varint(long value) {
        return Wire.of(wire -> {
            if (value < 64) {
                wire.u8((int) value);
            } else if (value < 1 << 14) {
                wire.u16((int) value | 0x4000);
            } else if (value < 1 << 30) {
                wire.u32(value | 0x8000_0000L);
            } else {
                wire.u64(value | 0xc000_0000_0000_0000L);
            }
        });
    }

    static byte[] crypto(long offset, byte[] data) {
        return Wire.concat(new byte[] {6}, varint(offset), varint(data.length), data);
    }

    static byte[] crypto(byte[] stream, int from, int to) {
        return crypto(from, Arrays.copyOfRange(stream, from, to));
    }

    static byte[] padding(int length) {
        return new byte[length];
    }

    static byte[] ping() {
        return new byte[] {1};
    }

    /** Of packets 0 to 9 and 12, with marks. */
    static byte[] acknowledgement() {
        return new byte[] {3, 12, 0, 1, 0, 1, 9, 1, 2, 3};
    }

    static byte[] close(long errorCode) {
        return Wire.concat(new byte[] {0x1c}, varint(errorCode), new byte[] {6, 2, 'n', 'o'});
    }

    /** Makes what it gets as long as a packet's frames must be to be sampled, or an Initial's datagram. */
    static byte[] padded(int length, byte[]... frames) {
        byte[] all = Wire.concat(frames);
        return Arrays.copyOf(all, Math.max(all.length, length));
    }

    /** The first bits of a long header's first byte, with a four-byte packet number. */
    static int first(int version, int type) {
        return 0xc3 | ((version == V2 ? (type + 1) & 3 : type) << 4);
    }

    static byte[] initial(
            Direction from,
            int version,
            QuicVersion keysOf,
            byte[] keyId,
            byte[] to,
            byte[] self,
            long number,
            byte[] frames) {
        Hkdf hkdf = Hkdf.sha256();
        try {
            byte[] secret = hkdf.expandLabel(
                    hkdf.extract(keysOf.salt(), keyId),
                    from == Direction.CLIENT_TO_SERVER ? "client in" : "server in",
                    32);
            byte[] header = Wire.of(wire -> wire.u8(first(keysOf == QuicVersion.V2 ? V2 : V1, 0))
                    .u32(version)
                    .vector8(to)
                    .vector8(self)
                    .u8(0)
                    .raw(varint(4 + frames.length + TAG))
                    .u32(number));
            return protect(secret, PacketCipher.AES_128_GCM, keysOf.labelPrefix(), header, 4, number, frames);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] handshake(
            byte[] secret, PacketCipher cipher, int version, byte[] to, byte[] self, long number, byte[] frames) {
        byte[] header = Wire.of(wire -> wire.u8(first(version, 2))
                .u32(version)
                .vector8(to)
                .vector8(self)
                .raw(varint(4 + frames.length + TAG))
                .u32(number));
        return protect(secret, cipher, version == V2 ? "quicv2 " : "quic ", header, 4, number, frames);
    }

    static byte[] oneRtt(byte[] secret, PacketCipher cipher, int version, byte[] to, long number, byte[] frames) {
        byte[] header = Wire.of(wire -> wire.u8(0x41).raw(to).u16((int) number));
        return protect(secret, cipher, version == V2 ? "quicv2 " : "quic ", header, 2, number, frames);
    }

    static byte[] protect(
            byte[] secret,
            PacketCipher cipher,
            String labels,
            byte[] header,
            int numberLength,
            long number,
            byte[] frames) {
        try {
            Hkdf hkdf = cipher.hkdf();
            byte[] nonce = hkdf.expandLabel(secret, labels + "iv", 12);
            for (int i = 0; i < 8; i++) {
                nonce[4 + i] ^= (byte) (number >> (56 - 8 * i));
            }
            SecretKeySpec key = key(hkdf, secret, labels + "key", cipher);
            Cipher aead = Cipher.getInstance(cipher.isAes() ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
            aead.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    cipher.isAes() ? new GCMParameterSpec(128, nonce) : new IvParameterSpec(nonce));
            aead.updateAAD(header);
            byte[] packet = Wire.concat(header, aead.doFinal(frames));
            byte[] mask = mask(
                    key(hkdf, secret, labels + "hp", cipher),
                    cipher,
                    Arrays.copyOfRange(packet, header.length - numberLength + 4, header.length - numberLength + 20));
            packet[0] ^= (byte) (mask[0] & ((packet[0] & 0x80) != 0 ? 0x0f : 0x1f));
            for (int i = 0; i < numberLength; i++) {
                packet[header.length - numberLength + i] ^= mask[1 + i];
            }
            return packet;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec key(Hkdf hkdf, byte[] secret, String label, PacketCipher cipher)
            throws GeneralSecurityException {
        return new SecretKeySpec(hkdf.expandLabel(secret, label, cipher.keyLength()), cipher.algorithm());
    }

    private static byte[] mask(SecretKeySpec key, PacketCipher cipher, byte[] sample) throws GeneralSecurityException {
        if (cipher.isAes()) {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, key);
            return aes.doFinal(sample);
        }
        int counter =
                (sample[0] & 0xff) | (sample[1] & 0xff) << 8 | (sample[2] & 0xff) << 16 | (sample[3] & 0xff) << 24;
        Cipher chaCha = Cipher.getInstance("ChaCha20");
        chaCha.init(Cipher.ENCRYPT_MODE, key, new ChaCha20ParameterSpec(Arrays.copyOfRange(sample, 4, 16), counter));
        return chaCha.doFinal(new byte[5]);
    }

    /** A Retry (RFC 9000 section 17.2.5) that answers a connection id. */
    static byte[] retry(QuicVersion version, int number, byte[] original, byte[] to, byte[] self) {
        byte[] header = Wire.of(wire ->
                wire.u8(first(number, 3)).u32(number).vector8(to).vector8(self).raw(Wire.ascii("token")));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(version.retryKey(), "AES"),
                    new GCMParameterSpec(128, version.retryNonce()));
            cipher.updateAAD(Wire.concat(new byte[] {(byte) original.length}, original, header));
            return Wire.concat(header, cipher.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] versionNegotiation(byte[] to, byte[] self, int... versions) {
        return Wire.of(wire -> {
            wire.u8(0x80).u32(0).vector8(to).vector8(self);
            for (int version : versions) {
                wire.u32(version);
            }
        });
    }
}
