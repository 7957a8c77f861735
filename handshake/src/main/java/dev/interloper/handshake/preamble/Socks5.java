package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** RFC 1928, with user name and password (RFC 1929) or without. Messages of the two directions tell themselves by their first byte. */
final class Socks5 implements UpgradeGrammar {

    private static final int VERSION = 5;
    private static final int LOGIN = 1;
    private static final int CONNECT = 1;
    private static final int MAX_METHODS = 16;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.SOCKS5);
    private boolean offered;
    private boolean chosen;

    static Fit fits(Direction direction, Inbox in) {
        if (in.u8(0) != VERSION) {
            return Fit.NO;
        }
        if (in.available() < 2) {
            return Fit.PERHAPS;
        }
        int second = in.u8(1);
        boolean client = direction == Direction.CLIENT_TO_SERVER;
        return Fit.of(client ? second >= 1 && second <= MAX_METHODS : second == 0 || second == 2);
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (direction == Direction.SERVER_TO_CLIENT) {
            return reply(in);
        }
        if (notes.isAsked()) {
            return Step.DONE;
        }
        return in.u8(0) == LOGIN && offered ? login(in) : in.u8(0) == VERSION ? request(in) : Step.FOREIGN;
    }

    private static Step login(Inbox in) {
        if (in.available() < 2 || in.available() < 3 + in.u8(1)) {
            return Step.MORE;
        }
        int user = in.u8(1);
        in.take(3L + user + in.u8(2 + user));
        return Step.NEXT;
    }

    private Step request(Inbox in) {
        if (!offered) {
            if (in.available() < 2) {
                return Step.MORE;
            }
            offered = true;
            in.take(2L + in.u8(1));
            return Step.NEXT;
        }
        int length = messageLength(in);
        if (length <= 0) {
            return length == Inbox.MORE ? Step.MORE : Step.FOREIGN;
        }
        if (in.u8(1) != CONNECT) {
            return Step.FOREIGN;
        }
        int port = in.u16(length - 2);
        boolean named = in.u8(3) == 3;
        notes.target(
                named
                        ? Addresses.of(in.bytes(5, length - 7).printable(), port)
                        : Addresses.of(in.bytes(4, length - 6), port));
        notes.asked(in.bytes(0, length));
        in.take(length);
        return Step.GATE;
    }

    /** Length of a request or reply with its address. */
    private static int messageLength(Inbox in) {
        if (in.available() < 5) {
            return Inbox.MORE;
        }
        int length = switch (in.u8(3)) {
            case 1 -> 10;
            case 3 -> 7 + in.u8(4);
            case 4 -> 22;
            default -> Inbox.NEVER;
        };
        return length > in.available() ? Inbox.MORE : length;
    }

    private Step reply(Inbox in) {
        if (in.available() < 2) {
            return Step.MORE;
        }
        if (chosen && in.u8(0) == LOGIN) {
            boolean refused = in.u8(1) != 0;
            in.take(2);
            return refused ? Step.FOREIGN : Step.NEXT;
        }
        if (in.u8(0) != VERSION) {
            return Step.FOREIGN;
        }
        if (!chosen) {
            chosen = true;
            boolean none = in.u8(1) == 0xff;
            in.take(2);
            return none ? Step.FOREIGN : Step.NEXT;
        }
        int length = messageLength(in);
        if (length <= 0) {
            return length == Inbox.MORE ? Step.MORE : Step.FOREIGN;
        }
        int code = in.u8(1);
        notes.answered(code == 0 ? Answer.ACCEPTED : Answer.REFUSED, in.bytes(0, length), code);
        in.take(length);
        return code == 0 ? Step.DONE : Step.FOREIGN;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
