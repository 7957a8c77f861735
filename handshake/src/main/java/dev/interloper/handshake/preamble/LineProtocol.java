package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** A protocol of text lines with a command that starts TLS. Lines come without their ends. */
interface LineProtocol {

    UpgradeProtocol name();

    /** Whether a line can be one of the protocol's; the first one of a direction tells most. */
    boolean fits(Direction direction, boolean first, String line);

    /** Whether a client's line asks for TLS. */
    boolean asks(String line);

    /** What a server's line says about the request, if anything. */
    Answer answer(String request, String line);

    /** Whether the server speaks first, so that its first line answers nothing. */
    default boolean greets() {
        return true;
    }

    /** Whether data follows a client's line that is no longer the protocol's. */
    default boolean ends(String line) {
        return false;
    }
}
