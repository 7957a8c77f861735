package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 4217, and the names that older clients used. */
final class Ftp implements LineProtocol {

    private static final Set<String> OPENING =
            Set.of("AUTH", "USER", "FEAT", "SYST", "CLNT", "OPTS", "HOST", "PBSZ", "QUIT", "NOOP", "HELP");
    private static final Set<String> MECHANISMS = Set.of("TLS", "TLS-C", "TLS-P", "SSL");

    @Override
    public UpgradeProtocol name() {
        return UpgradeProtocol.FTP;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || Words.isOneOf(line, OPENING);
        }
        int code = Words.code(line);
        return !first || code == 220 || code == 120 || code == 421; // later lines of a long reply are free text
    }

    @Override
    public boolean asks(String line) {
        return Words.word(line, 0).equals("AUTH") && MECHANISMS.contains(Words.word(line, 1));
    }

    @Override
    public Answer answer(String request, String line) {
        int code = Words.code(line);
        if (Words.goesOn(line)) {
            return Answer.NONE;
        }
        return code == 234 || code == 334 ? Answer.ACCEPTED : code >= 400 ? Answer.REFUSED : Answer.NONE;
    }
}
