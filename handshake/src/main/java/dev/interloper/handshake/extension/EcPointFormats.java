package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * How points on curves may be written (RFC 8422 section 5.1.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EcPointFormats extends ExtensionBody {

    private Bytes formats = Bytes.EMPTY;

    EcPointFormats(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code ECPointFormat ec_point_format_list<1..2^8-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        formats = data.vector8("ec_point_format_list").rest();
    }

    /**
     * The formats, a byte each: 0 is uncompressed.
     *
     * @return numbers in the IANA "TLS EC Point Formats" registry
     */
    public Bytes formats() {
        return formats;
    }
}
