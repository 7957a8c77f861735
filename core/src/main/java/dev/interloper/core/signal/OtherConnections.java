package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Surroundings;
import java.util.Optional;

/** What a suspect leaf shares with leaves of other connections. */
final class OtherConnections {

    private OtherConnections() {}

    static Optional<SharedTrait> shared(Observation seen, SharedTrait.Kind kind) {
        Surroundings others = seen.surroundings().orElse(null);
        ServerName host = seen.serverName().orElse(null);
        ForgePrint leaf =
                seen.suspectLeaf().filter(print -> !print.selfSigned()).orElse(null);
        return others == null || host == null || leaf == null ? Optional.empty() : others.shared(kind, host, leaf);
    }
}
