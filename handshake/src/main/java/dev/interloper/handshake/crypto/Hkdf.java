package dev.interloper.handshake.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF (RFC 5869) and the labels that TLS 1.3 puts on it (RFC 8446 section 7.1). */
public final class Hkdf {

    private static final String TLS13 = "tls13 ";

    private final String hmac;

    private Hkdf(String hmac) {
        this.hmac = hmac;
    }

    /** HKDF with SHA-256. */
    public static Hkdf sha256() {
        return new Hkdf("HmacSHA256");
    }

    /** HKDF with SHA-384. */
    public static Hkdf sha384() {
        return new Hkdf("HmacSHA384");
    }

    /** RFC 5869 section 2.2. */
    public byte[] extract(byte[] salt, byte[] inputKeyingMaterial) throws GeneralSecurityException {
        return mac(salt).doFinal(inputKeyingMaterial);
    }

    /** RFC 5869 section 2.3. */
    public byte[] expand(byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        Mac mac = mac(secret);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; counter++) {
            mac.update(block);
            mac.update(info);
            block = mac.doFinal(new byte[] {(byte) counter});
            int taken = Math.min(block.length, length - done);
            System.arraycopy(block, 0, output, done, taken);
            done += taken;
        }
        return output;
    }

    /** <pre>{@code struct { uint16 length; opaque label<7..255> = "tls13 " + Label; opaque context<0..255>; } HkdfLabel;}</pre> */
    public byte[] expandLabel(byte[] secret, String label, int length) throws GeneralSecurityException {
        return expandPrefixedLabel(secret, TLS13 + label, length);
    }

    /** With the whole label given: DTLS 1.3 says {@code dtls13} where TLS says {@code "tls13 "} (RFC 9147 section 5.9). */
    public byte[] expandPrefixedLabel(byte[] secret, String label, int length) throws GeneralSecurityException {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] info = new byte[4 + name.length];
        info[0] = (byte) (length >> 8);
        info[1] = (byte) length;
        info[2] = (byte) name.length;
        System.arraycopy(name, 0, info, 3, name.length);
        return expand(secret, info, length);
    }

    private Mac mac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hmac);
        // RFC 2104 pads a shorter key with zeros; the JDK refuses an empty one
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : Arrays.copyOf(key, key.length), hmac));
        return mac;
    }
}
