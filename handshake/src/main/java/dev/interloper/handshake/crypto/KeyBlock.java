package dev.interloper.handshake.crypto;

import dev.interloper.handshake.crypto.AeadProtection.AdditionalData;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** The protection of both directions that follows from a master secret, up to TLS 1.2 and DTLS 1.2 (RFC 5246 section 6.3). */
public final class KeyBlock {

    private static final int FULL_CCM_TAG = 16;
    private static final int SHORT_CCM_TAG = 8;

    private final RecordProtection client;
    private final RecordProtection server;

    private KeyBlock(RecordProtection client, RecordProtection server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Derives keys.
     *
     * @param version the negotiated version, {@code 0x0300} to {@code 0x0303}, {@code 0xfeff}, {@code 0xfefd} or {@code 0x0100}
     * @return empty if this platform's ciphers do not do
     */
    public static Optional<KeyBlock> of(
            CipherSuiteParameters suite,
            int version,
            byte[] masterSecret,
            byte[] clientRandom,
            byte[] serverRandom,
            boolean encryptThenMac) {
        int macLength = suite.macLength();
        int keyLength = suite.keyLength();
        int ivLength = suite.ivLength(version);
        try {
            byte[] block = Prf.keyBlock(
                    suite, version, masterSecret, clientRandom, serverRandom, 2 * (macLength + keyLength + ivLength));
            int keys = 2 * macLength;
            int ivs = keys + 2 * keyLength;
            RecordProtection[] both = new RecordProtection[2];
            for (int side = 0; side < 2; side++) {
                both[side] = protection(
                        suite,
                        version,
                        encryptThenMac,
                        part(block, side * macLength, macLength),
                        part(block, keys + side * keyLength, keyLength),
                        part(block, ivs + side * ivLength, ivLength));
            }
            return Optional.of(new KeyBlock(both[0], both[1]));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] part(byte[] block, int from, int length) {
        return Arrays.copyOfRange(block, from, from + length);
    }

    private static RecordProtection protection(
            CipherSuiteParameters suite, int version, boolean encryptThenMac, byte[] macKey, byte[] key, byte[] iv)
            throws GeneralSecurityException {
        return switch (suite.kind()) {
            case GCM, CCM, CCM_8, CHACHA20_POLY1305 ->
                new AeadProtection(aead(suite, key), iv, AdditionalData.SEQUENCE_AND_HEADER);
            case CBC ->
                new CbcProtection(suite, version, encryptThenMac, RecordMac.of(suite, version, macKey), key, iv);
            case RC4 -> new StreamProtection(RecordMac.of(suite, version, macKey), Rc4.of(key));
            case NULL -> new StreamProtection(RecordMac.of(suite, version, macKey), null);
        };
    }

    static Aead aead(CipherSuiteParameters suite, byte[] key) throws GeneralSecurityException {
        return switch (suite.kind()) {
            case GCM -> JdkAead.aesGcm(key);
            case CCM -> new Ccm(key, FULL_CCM_TAG);
            case CCM_8 -> new Ccm(key, SHORT_CCM_TAG);
            case CHACHA20_POLY1305 -> JdkAead.chaCha20Poly1305(key);
            case CBC, RC4, NULL -> throw new GeneralSecurityException(suite + " does not authenticate");
        };
    }

    /** A master secret from a premaster secret, without the extended master secret of RFC 7627. */
    public static Optional<byte[]> masterSecret(
            CipherSuiteParameters suite, int version, byte[] premaster, byte[] clientRandom, byte[] serverRandom) {
        try {
            return Optional.of(Prf.masterSecret(suite, version, premaster, clientRandom, serverRandom));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Of what the client sends. */
    public RecordProtection client() {
        return client;
    }

    /** Of what the server sends. */
    public RecordProtection server() {
        return server;
    }
}
