package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 4642. */
final class Nntp implements LineProtocol {

    private static final Set<String> OPENING =
            Set.of("CAPABILITIES", "MODE", "STARTTLS", "LIST", "GROUP", "AUTHINFO", "HELP", "DATE", "QUIT");

    @Override
    public UpgradeProtocol name() {
        return UpgradeProtocol.NNTP;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || Words.isOneOf(line, OPENING);
        }
        int code = Words.code(line);
        return !first || code == 200 || code == 201 || code == 400 || code == 502;
    }

    @Override
    public boolean asks(String line) {
        return line.equalsIgnoreCase("STARTTLS");
    }

    @Override
    public Answer answer(String request, String line) {
        int code = Words.code(line);
        return code == 382 ? Answer.ACCEPTED : code >= 400 ? Answer.REFUSED : Answer.NONE;
    }
}
