package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * An encrypted hello, or the servers' answers to it (ECH, RFC 9849 section 5). Whether a client means it or only pads the field with GREASE cannot be told from the wire. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EncryptedClientHello extends ExtensionBody {

    private static final int OUTER = 0;
    private static final int INNER = 1;
    private static final int CONFIRMATION_LENGTH = 8;

    private int kind = -1;
    private int kdf = -1;
    private int aead = -1;
    private int configId = -1;
    private Bytes enc = Bytes.EMPTY;
    private Bytes payload = Bytes.EMPTY;
    private final List<EchConfig> retryConfigs = new ArrayList<>();
    private Bytes confirmation = Bytes.EMPTY;

    EncryptedClientHello(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { ECHClientHelloType type; HpkeSymmetricCipherSuite suite; uint8 config_id; opaque enc; opaque payload; };}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (isIn(HandshakeType.HELLO_RETRY_REQUEST)) {
            confirmation = data.bytes(CONFIRMATION_LENGTH, "confirmation");
        } else if (isFromClient()) {
            readClient(data);
        } else {
            EchConfig.readList(data, retryConfigs);
        }
    }

    private void readClient(WireReader data) throws MalformedException {
        kind = data.u8("type");
        if (kind == INNER) {
            return;
        }
        if (kind != OUTER) {
            throw data.malformed("type", "0 or 1", String.valueOf(kind));
        }
        kdf = data.u16("kdf_id");
        aead = data.u16("aead_id");
        configId = data.u8("config_id");
        enc = data.vector16("enc").rest();
        payload = data.vector16("payload").rest();
    }

    /**
     * Whether this is the outer hello, which carries the encrypted one.
     *
     * @return true for type 0 of a ClientHello
     */
    public boolean isOuter() {
        return kind == OUTER;
    }

    /**
     * Whether this is the inner hello, which only a decrypted one can be.
     *
     * @return true for type 1 of a ClientHello
     */
    public boolean isInner() {
        return kind == INNER;
    }

    /**
     * The key derivation.
     *
     * @return its number in the IANA "HPKE KDF Identifiers" registry; empty but in an outer hello
     */
    public OptionalInt kdf() {
        return kdf < 0 ? OptionalInt.empty() : OptionalInt.of(kdf);
    }

    /**
     * The authenticated encryption.
     *
     * @return its number in the IANA "HPKE AEAD Identifiers" registry; empty but in an outer hello
     */
    public OptionalInt aead() {
        return aead < 0 ? OptionalInt.empty() : OptionalInt.of(aead);
    }

    /**
     * The server's key configuration that the client used.
     *
     * @return 0 to 255; empty but in an outer hello
     */
    public OptionalInt configId() {
        return configId < 0 ? OptionalInt.empty() : OptionalInt.of(configId);
    }

    /**
     * The encapsulated key.
     *
     * @return its bytes; empty in a second hello after a HelloRetryRequest
     */
    public Bytes enc() {
        return enc;
    }

    /**
     * The encrypted hello.
     *
     * @return its bytes
     */
    public Bytes payload() {
        return payload;
    }

    /**
     * The key configurations that a server wants the client to try again with, in EncryptedExtensions.
     *
     * @return in the order of the wire
     */
    public List<EchConfig> retryConfigs() {
        return Collections.unmodifiableList(retryConfigs);
    }

    /**
     * A HelloRetryRequest's proof that the server decrypted the hello.
     *
     * @return 8 bytes; empty elsewhere
     */
    public Bytes confirmation() {
        return confirmation;
    }
}
