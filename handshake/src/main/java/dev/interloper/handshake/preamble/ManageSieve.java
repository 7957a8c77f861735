package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 5804 section 2.2. */
final class ManageSieve implements LineProtocol {

    private static final Set<String> OPENING =
            Set.of("CAPABILITY", "STARTTLS", "AUTHENTICATE", "NOOP", "LOGOUT", "HAVESPACE");

    @Override
    public UpgradeProtocol name() {
        return UpgradeProtocol.MANAGESIEVE;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || Words.isOneOf(line, OPENING);
        }
        return line.startsWith("\"") || isResponse(line);
    }

    @Override
    public boolean asks(String line) {
        return line.equalsIgnoreCase("STARTTLS");
    }

    @Override
    public Answer answer(String request, String line) {
        return !isResponse(line) ? Answer.NONE : Words.word(line, 0).equals("OK") ? Answer.ACCEPTED : Answer.REFUSED;
    }

    private static boolean isResponse(String line) {
        return Words.isOneOf(line, Set.of("OK", "NO", "BYE"));
    }
}
