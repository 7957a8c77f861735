package dev.interloper.handshake.extension;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's key configuration for encrypted hellos (RFC 9849 section 4). Immutable, thread-safe.
 *
 * @param version its version: 0xfe0d is that of RFC 9849, others are kept raw
 * @param configId its number, 0 to 255; 0 for other versions
 * @param kem the key encapsulation's number in the IANA "HPKE KEM Identifiers" registry; 0 for other versions
 * @param publicKey the server's public key; empty for other versions
 * @param cipherSuites the pairs of key derivation and encryption that the server takes, in the order of the wire
 * @param maximumNameLength the longest server name that the server expects, in bytes
 * @param publicName the name that outer hellos show
 * @param raw the contents of other versions; empty for version 0xfe0d
 * @since 0.1
 */
public record EchConfig(
        int version,
        int configId,
        int kem,
        Bytes publicKey,
        List<CipherSuite> cipherSuites,
        int maximumNameLength,
        Bytes publicName,
        Bytes raw) {

    private static final int RFC_9849 = 0xfe0d;

    /**
     * A pair of HPKE algorithms. Immutable.
     *
     * @param kdf the key derivation's number in the IANA "HPKE KDF Identifiers" registry
     * @param aead the encryption's number in the IANA "HPKE AEAD Identifiers" registry
     */
    public record CipherSuite(int kdf, int aead) {}

    /**
     * A configuration; the list is copied.
     *
     * @param version its version
     * @param configId its number
     * @param kem the key encapsulation
     * @param publicKey the server's public key
     * @param cipherSuites key derivation and encryption
     * @param maximumNameLength the longest server name
     * @param publicName the name that outer hellos show
     * @param raw the contents of other versions
     */
    public EchConfig {
        cipherSuites = List.copyOf(cipherSuites);
    }

    /** <pre>{@code struct { uint16 version; opaque contents<0..2^16-1>; } ECHConfig; ECHConfig ECHConfigList<4..2^16-1>;}</pre> */
    static void readList(WireReader data, List<EchConfig> into) throws MalformedException {
        WireReader list = data.vector16("ECHConfigList");
        while (list.hasRemaining()) {
            int version = list.u16("version");
            WireReader contents = list.vector16("contents");
            into.add(version == RFC_9849 ? read(contents) : raw(version, contents.rest()));
        }
    }

    private static EchConfig raw(int version, Bytes raw) {
        return new EchConfig(version, 0, 0, Bytes.EMPTY, List.of(), 0, Bytes.EMPTY, raw);
    }

    private static EchConfig read(WireReader in) throws MalformedException {
        int configId = in.u8("config_id");
        int kem = in.u16("kem_id");
        Bytes publicKey = in.vector16("public_key").rest();
        List<CipherSuite> suites = new ArrayList<>();
        WireReader list = in.vector16("cipher_suites");
        while (list.hasRemaining()) {
            suites.add(new CipherSuite(list.u16("kdf_id"), list.u16("aead_id")));
        }
        int maximumNameLength = in.u8("maximum_name_length");
        Bytes publicName = in.vector8("public_name").rest();
        in.vector16("extensions");
        in.requireEnd("end");
        return new EchConfig(RFC_9849, configId, kem, publicKey, suites, maximumNameLength, publicName, Bytes.EMPTY);
    }
}
