package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.Set;

/** The STARTTLS command of UnrealIRCd, InspIRCd and others, with the numerics 670 and 691. */
final class Irc implements LineProtocol {

    private static final Set<String> OPENING =
            Set.of("STARTTLS", "CAP", "NICK", "USER", "PASS", "PROTOCTL", "SERVER", "WEBIRC", "AUTH", "PING", "QUIT");
    private static final Set<String> SERVER = Set.of("NOTICE", "PING", "ERROR", "AUTHENTICATE", "PONG");

    @Override
    public UpgradeProtocol name() {
        return UpgradeProtocol.IRC;
    }

    @Override
    public boolean fits(Direction direction, boolean first, String line) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return !first || Words.isOneOf(line, OPENING);
        }
        return line.startsWith(":") || line.isEmpty() || Words.isOneOf(line, SERVER);
    }

    @Override
    public boolean asks(String line) {
        return line.equalsIgnoreCase("STARTTLS");
    }

    /** 421 is an unknown command, 451 a command that has to wait for the registration. */
    @Override
    public Answer answer(String request, String line) {
        return switch (Words.word(line, 1)) {
            case "670" -> Answer.ACCEPTED;
            case "691", "421", "451" -> Answer.REFUSED;
            default -> Answer.NONE;
        };
    }

    @Override
    public boolean greets() {
        return false;
    }
}
