package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The authorities that a client trusts (RFC 6066 section 6). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class TrustedCaKeys extends ExtensionBody {

    /**
     * One authority. Immutable.
     *
     * @param type how it is named: 0 agreed before, 1 SHA-1 of its key, 2 distinguished name, 3 SHA-1 of its certificate
     * @param identifier the hash, or the name as DER; empty for type 0
     */
    public record Authority(int type, Bytes identifier) {}

    private static final int X509_NAME = 2;
    private static final int SHA1_LENGTH = 20;

    private final List<Authority> authorities = new ArrayList<>();

    TrustedCaKeys(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { IdentifierType identifier_type; opaque identifier; } TrustedAuthority; TrustedAuthority list<0..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            return;
        }
        WireReader list = data.vector16("trusted_authorities_list");
        while (list.hasRemaining()) {
            int identifierType = list.u8("identifier_type");
            authorities.add(new Authority(identifierType, identifier(list, identifierType)));
        }
    }

    private static Bytes identifier(WireReader list, int type) throws MalformedException {
        return switch (type) {
            case 0 -> Bytes.EMPTY;
            case 1, 3 -> list.bytes(SHA1_LENGTH, "sha1_hash");
            case X509_NAME -> list.vector16("x509_name").rest();
            default -> throw list.malformed("identifier_type", "0 to 3", String.valueOf(type));
        };
    }

    /**
     * The authorities.
     *
     * @return in the order of the wire; empty where a server acknowledges the extension
     */
    public List<Authority> authorities() {
        return Collections.unmodifiableList(authorities);
    }
}
