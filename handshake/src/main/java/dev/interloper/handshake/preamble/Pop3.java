package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 2595 section 4. */
final class Pop3 implements LineProtocol {

    private static final Set<String> OPENING =
            Set.of("CAPA", "STLS", "USER", "APOP", "AUTH", "UTF8", "LANG", "NOOP", "QUIT");

    @Override
    public UpgradeProtocol name() {
        return UpgradeProtocol.POP3;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || Words.isOneOf(line, OPENING);
        }
        return !first || line.startsWith("+OK") || line.startsWith("-ERR");
    }

    @Override
    public boolean asks(String line) {
        return line.equalsIgnoreCase("STLS");
    }

    @Override
    public Answer answer(String request, String line) {
        return line.startsWith("+OK") ? Answer.ACCEPTED : line.startsWith("-ERR") ? Answer.REFUSED : Answer.NONE;
    }
}
