package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;

/** One protocol as it is spoken before TLS, for one connection. */
interface UpgradeGrammar {

    /** Reads the next part of a direction and takes it out, unless it is not whole; called with at least one byte. */
    Step read(Direction direction, Inbox in);

    /** What is known so far. */
    Upgrade.Builder notes();

    /** TLS begins in a direction. */
    default void tlsBegins(Direction direction) {}
}
