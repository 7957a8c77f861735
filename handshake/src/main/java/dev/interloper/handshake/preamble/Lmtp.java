package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 2033: SMTP with another greeting. */
final class Lmtp extends Smtp {

    Lmtp() {
        super(UpgradeProtocol.LMTP, Set.of("LHLO"));
    }
}
