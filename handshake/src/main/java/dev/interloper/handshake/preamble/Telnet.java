package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** Telnet's option START_TLS: both sides say FOLLOWS in a subnegotiation, and TLS follows. */
final class Telnet implements UpgradeGrammar {

    private static final int SE = 0xf0;
    private static final int SB = 0xfa;
    private static final int WILL = 0xfb;
    private static final int DONT = 0xfe;
    private static final int IAC = 0xff;
    private static final int START_TLS = 46;
    private static final int MAX_SUBNEGOTIATION = 1024;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.TELNET);

    static Fit fits(Direction direction, Inbox in) {
        if (in.u8(0) != IAC) {
            return Fit.NO;
        }
        return in.available() < 2 ? Fit.PERHAPS : Fit.of(in.u8(1) >= SB && in.u8(1) <= DONT);
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (in.u8(0) != IAC) {
            return Step.FOREIGN; // the session has begun in the clear
        }
        if (in.available() < 3) {
            return Step.MORE;
        }
        int command = in.u8(1);
        if (command == SB) {
            return subnegotiation(direction, in);
        }
        if (command < WILL) {
            in.take(2);
            return Step.NEXT;
        }
        if (command == DONT && in.u8(2) == START_TLS && direction == Direction.SERVER_TO_CLIENT) {
            notes.answered(Answer.REFUSED, in.bytes(0, 3), -1);
        }
        in.take(3);
        return Step.NEXT;
    }

    private Step subnegotiation(Direction direction, Inbox in) {
        int length = in.through(SE);
        if (length == Inbox.MORE) {
            return in.available() > MAX_SUBNEGOTIATION ? Step.FOREIGN : Step.MORE;
        }
        if (length > MAX_SUBNEGOTIATION) {
            return Step.FOREIGN;
        }
        boolean follows = length >= 5 && in.u8(2) == START_TLS && in.u8(3) == 1;
        if (follows && direction == Direction.CLIENT_TO_SERVER) {
            notes.asked(in.bytes(0, length));
        } else if (follows) {
            notes.answered(Answer.ACCEPTED, in.bytes(0, length), -1);
        }
        in.take(length);
        return follows ? Step.GATE : Step.NEXT;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
