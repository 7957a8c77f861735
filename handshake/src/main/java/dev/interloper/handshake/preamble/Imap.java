package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 9051 section 6.2.1: each command has a tag, which the reply to it repeats. */
final class Imap implements LineProtocol {

    private static final Set<String> OPENING =
            Set.of("CAPABILITY", "STARTTLS", "LOGIN", "ID", "AUTHENTICATE", "NOOP", "LOGOUT", "ENABLE");

    @Override
    public UpgradeProtocol name() {
        return UpgradeProtocol.IMAP;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || OPENING.contains(Words.word(line, 1));
        }
        return !first || line.startsWith("* OK") || line.startsWith("* PREAUTH") || line.startsWith("* BYE");
    }

    @Override
    public boolean asks(String line) {
        return Words.word(line, 1).equals("STARTTLS") && Words.word(line, 2).isEmpty();
    }

    @Override
    public Answer answer(String request, String line) {
        if (!Words.word(line, 0).equals(Words.word(request, 0))) {
            return Answer.NONE;
        }
        return Words.word(line, 1).equals("OK") ? Answer.ACCEPTED : Answer.REFUSED;
    }
}
