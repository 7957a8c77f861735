package dev.interloper.core.signal;

import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import java.util.Optional;

/** A hello and its answer, where no public authority vouches for who answered. */
record Answer(ClientHello asked, ServerHello hello) {

    static Optional<Answer> of(Observation seen) {
        if (seen.isPubliclyAnchored()) {
            return Optional.empty();
        }
        return seen.handshake()
                .flatMap(handshake -> handshake
                        .clientHello()
                        .flatMap(asked -> handshake.serverHello().map(hello -> new Answer(asked, hello))));
    }
}
