package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalLong;

/**
 * That the client sends, the server accepts, or a ticket allows 0-RTT data (RFC 8446 section 4.2.10); 46 was its number in tickets of drafts up to 18. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EarlyData extends ExtensionBody {

    private long maxSize = -1;

    EarlyData(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { select (msg_type) { case new_session_ticket: uint32 max_early_data_size; default: Empty; }; };}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (isIn(HandshakeType.NEW_SESSION_TICKET)) {
            maxSize = data.u32("max_early_data_size");
        }
    }

    /**
     * How much 0-RTT data a ticket allows.
     *
     * @return bytes; empty in a hello
     */
    public OptionalLong maxSize() {
        return maxSize < 0 ? OptionalLong.empty() : OptionalLong.of(maxSize);
    }
}
