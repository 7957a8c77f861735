package dev.interloper.handshake.crypto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a cipher suite's name says about how records are protected, for the suites that the JDK's ciphers can open. */
public final class CipherSuiteParameters {

    /** How records are encrypted. */
    public enum Kind {
        /** AES in Galois/counter mode. */
        GCM,
        /** AES in counter mode with CBC-MAC, tags of 16 bytes. */
        CCM,
        /** The same with tags of 8 bytes. */
        CCM_8,
        /** ChaCha20 with Poly1305. */
        CHACHA20_POLY1305,
        /** A block cipher in CBC mode, with a MAC. */
        CBC,
        /** RC4, with a MAC. */
        RC4,
        /** Not at all, with a MAC. */
        NULL
    }

    private static final Map<Integer, CipherSuiteParameters> SUITES = load("cipher-suites.tsv");

    private final int code;
    private final String name;
    private final Kind kind;
    private final String cipher;
    private final String hash;

    private CipherSuiteParameters(int code, String name) {
        this.code = code;
        this.name = name;
        int with = name.indexOf("_WITH_");
        String protection = with < 0 ? name.substring("TLS_".length()) : name.substring(with + "_WITH_".length());
        this.kind = kind(protection);
        this.cipher = protection;
        int last = protection.lastIndexOf('_');
        String end = protection.substring(last + 1);
        this.hash = end.startsWith("SHA") || end.equals("MD5") ? end : "SHA256"; // RFC 6655: CCM's names are silent
    }

    private static Kind kind(String protection) {
        if (protection.contains("_GCM_")) {
            return Kind.GCM;
        }
        if (protection.contains("_CCM")) {
            return protection.contains("_CCM_8") ? Kind.CCM_8 : Kind.CCM;
        }
        if (protection.startsWith("CHACHA20_POLY1305")) {
            return Kind.CHACHA20_POLY1305;
        }
        return protection.contains("_CBC_") ? Kind.CBC : protection.startsWith("RC4") ? Kind.RC4 : Kind.NULL;
    }

    private static Map<Integer, CipherSuiteParameters> load(String resource) {
        InputStream stream =
                Objects.requireNonNull(CipherSuiteParameters.class.getResourceAsStream(resource), resource);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            Map<Integer, CipherSuiteParameters> suites = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    int code = Integer.parseInt(line.substring(0, 4), 16);
                    suites.put(code, new CipherSuiteParameters(code, line.substring(5)));
                }
            }
            return Map.copyOf(suites);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A suite by its number; empty if its records cannot be opened here. */
    public static Optional<CipherSuiteParameters> of(int code) {
        return Optional.ofNullable(SUITES.get(code));
    }

    public int code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it names no key exchange, as those of TLS 1.3 do. */
    public boolean isTls13() {
        return !name.contains("_WITH_");
    }

    /** The JDK's name of the cipher's algorithm, without mode. */
    String cipherAlgorithm() {
        return cipher.startsWith("3DES") ? "DESede" : cipher.startsWith("DES") ? "DES" : "AES";
    }

    /** The encryption key's length in bytes. */
    public int keyLength() {
        return switch (kind) {
            case CHACHA20_POLY1305 -> 32;
            case NULL -> 0;
            case RC4 -> 16;
            case GCM, CCM, CCM_8, CBC -> cipher.startsWith("3DES") ? 24 : cipher.startsWith("DES") ? 8 : aesKeyLength();
        };
    }

    private int aesKeyLength() {
        return cipher.startsWith("AES_256") ? 32 : 16;
    }

    /** The block's length in bytes, for {@link Kind#CBC}. */
    int blockLength() {
        return cipher.startsWith("AES") ? 16 : 8;
    }

    /** How many bytes of IV a key block of this version holds. */
    int ivLength(int version) {
        return switch (kind) {
            case GCM, CCM, CCM_8 -> 4;
            case CHACHA20_POLY1305 -> 12;
            case CBC -> Prf.hasChainedIv(version) ? blockLength() : 0;
            case RC4, NULL -> 0;
        };
    }

    boolean isAead() {
        return kind != Kind.CBC && kind != Kind.RC4 && kind != Kind.NULL;
    }

    /** The MAC's length, and its key's, in bytes; 0 if the encryption authenticates. */
    int macLength() {
        if (isAead()) {
            return 0;
        }
        return switch (hash) {
            case "MD5" -> 16;
            case "SHA" -> 20;
            case "SHA256" -> 32;
            default -> 48;
        };
    }

    String macAlgorithm() {
        return "Hmac" + (hash.equals("SHA") ? "SHA1" : hash);
    }

    String digestAlgorithm() {
        return hash.equals("SHA") ? "SHA-1" : hash.replace("SHA", "SHA-");
    }

    /** Whether TLS 1.2's PRF and TLS 1.3's key schedule use SHA-384; else they use SHA-256. */
    public boolean usesSha384() {
        return hash.equals("SHA384");
    }

    /** HKDF with the suite's hash. */
    public Hkdf hkdf() {
        return usesSha384() ? Hkdf.sha384() : Hkdf.sha256();
    }

    @Override
    public String toString() {
        return name;
    }
}
