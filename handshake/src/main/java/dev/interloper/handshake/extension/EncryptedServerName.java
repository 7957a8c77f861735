package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * The encrypted server name of early drafts (ESNI, draft-ietf-tls-esni up to 06). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EncryptedServerName extends ExtensionBody {

    private static final int NONCE_LENGTH = 16;

    private int cipherSuite = -1;
    private int group = -1;
    private Bytes keyExchange = Bytes.EMPTY;
    private Bytes recordDigest = Bytes.EMPTY;
    private Bytes encryptedName = Bytes.EMPTY;
    private Bytes nonce = Bytes.EMPTY;

    EncryptedServerName(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { CipherSuite suite; KeyShareEntry key_share; opaque record_digest<0..2^16-1>; opaque encrypted_sni<0..2^16-1>; };}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            nonce = data.bytes(NONCE_LENGTH, "nonce");
            return;
        }
        cipherSuite = data.u16("suite");
        group = data.u16("group");
        keyExchange = data.vector16("key_exchange").rest();
        recordDigest = data.vector16("record_digest").rest();
        encryptedName = data.vector16("encrypted_sni").rest();
    }

    /**
     * The cipher suite of the encryption.
     *
     * @return its 16-bit number; empty where a server sent it
     */
    public OptionalInt cipherSuite() {
        return cipherSuite < 0 ? OptionalInt.empty() : OptionalInt.of(cipherSuite);
    }

    /**
     * The group of the client's key.
     *
     * @return its 16-bit number; empty where a server sent it
     */
    public OptionalInt group() {
        return group < 0 ? OptionalInt.empty() : OptionalInt.of(group);
    }

    /**
     * The client's public key.
     *
     * @return its bytes
     */
    public Bytes keyExchange() {
        return keyExchange;
    }

    /**
     * The hash of the DNS record that gave the server's key.
     *
     * @return its bytes
     */
    public Bytes recordDigest() {
        return recordDigest;
    }

    /**
     * The encrypted name.
     *
     * @return its bytes
     */
    public Bytes encryptedName() {
        return encryptedName;
    }

    /**
     * The server's proof that it decrypted the name.
     *
     * @return 16 bytes; empty in a ClientHello
     */
    public Bytes nonce() {
        return nonce;
    }
}
