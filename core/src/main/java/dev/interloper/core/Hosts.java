package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Tunnel;
import java.util.Optional;

/** Which host a client asked for. */
final class Hosts {

    private Hosts() {}

    /** The name that a client asked for, or asked a proxy for. */
    static Optional<ServerName> named(Handshake handshake) {
        return handshake
                .serverName()
                .or(() -> handshake.tunnel().map(Tunnel::targetHost))
                .map(ServerName::parse);
    }

    /** Whether a connection is, or for want of a name may be, to a host. */
    static boolean mayBe(Handshake handshake, ServerName host) {
        Optional<ServerName> asked = named(handshake);
        boolean toAddress = handshake.tunnel().isEmpty()
                && ServerName.parse(handshake.conversation().server().addressText())
                        .equals(host);
        return toAddress || asked.isEmpty() || asked.get().equals(host);
    }
}
