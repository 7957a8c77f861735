package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** RFC 3207. */
class Smtp implements LineProtocol {

    private static final Set<Integer> POSITIVE = Set.of(211, 214, 220, 221, 235, 250, 251, 252, 334, 354);
    private static final Set<String> DATA = Set.of("DATA", "BDAT");

    private final UpgradeProtocol name;
    private final Set<String> opening;

    Smtp() {
        this(UpgradeProtocol.SMTP, Set.of("EHLO", "HELO", "STARTTLS", "QUIT", "NOOP"));
    }

    Smtp(UpgradeProtocol name, Set<String> opening) {
        this.name = name;
        this.opening = opening;
    }

    @Override
    public UpgradeProtocol name() {
        return name;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || Words.isOneOf(line, opening);
        }
        int code = Words.code(line);
        return first ? code == 220 || code == 554 || code == 421 : POSITIVE.contains(code) || code >= 400;
    }

    @Override
    public boolean asks(String line) {
        return line.equalsIgnoreCase("STARTTLS");
    }

    @Override
    public Answer answer(String request, String line) {
        int code = Words.code(line);
        if (Words.goesOn(line)) {
            return Answer.NONE;
        }
        return code == 220 ? Answer.ACCEPTED : code >= 400 ? Answer.REFUSED : Answer.NONE;
    }

    @Override
    public boolean ends(String line) {
        return Words.isOneOf(line, DATA);
    }
}
