package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * How many tickets the client wants, or the server will send (RFC 9149 section 3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class TicketRequest extends ExtensionBody {

    private int newSessionCount = -1;
    private int resumptionCount = -1;
    private int expectedCount = -1;

    TicketRequest(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code case client: uint8 new_session_count; uint8 resumption_count; case server: uint8 expected_count;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (isFromClient()) {
            newSessionCount = data.u8("new_session_count");
            resumptionCount = data.u8("resumption_count");
        } else {
            expectedCount = data.u8("expected_count");
        }
    }

    /**
     * The tickets wanted if the session is new.
     *
     * @return the number; empty where a server sent it
     */
    public OptionalInt newSessionCount() {
        return newSessionCount < 0 ? OptionalInt.empty() : OptionalInt.of(newSessionCount);
    }

    /**
     * The tickets wanted if the session is resumed.
     *
     * @return the number; empty where a server sent it
     */
    public OptionalInt resumptionCount() {
        return resumptionCount < 0 ? OptionalInt.empty() : OptionalInt.of(resumptionCount);
    }

    /**
     * The tickets that the server will send.
     *
     * @return the number; empty in a ClientHello
     */
    public OptionalInt expectedCount() {
        return expectedCount < 0 ? OptionalInt.empty() : OptionalInt.of(expectedCount);
    }
}
