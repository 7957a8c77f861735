package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The longest record that a peer wants to get (RFC 8449). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class RecordSizeLimit extends ExtensionBody {

    private int limit = -1;

    RecordSizeLimit(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code uint16 RecordSizeLimit;}</pre> */
    private void read(WireReader data) throws MalformedException {
        limit = data.u16("record_size_limit");
    }

    /**
     * The limit on a record's plaintext.
     *
     * @return bytes, 64 or more; -1 where it is missing
     */
    public int limit() {
        return limit;
    }
}
