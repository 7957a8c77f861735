package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The formats of authorization data that are understood, by client (7) or server (8) (RFC 5878 section 2.3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class AuthorizationFormats extends ExtensionBody {

    private Bytes formats = Bytes.EMPTY;

    AuthorizationFormats(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code AuthzDataFormat authz_format_list<1..2^8-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        formats = data.vector8("authz_format_list").rest();
    }

    /**
     * The formats, a byte each.
     *
     * @return numbers in the IANA "TLS Authorization Data Formats" registry
     */
    public Bytes formats() {
        return formats;
    }
}
