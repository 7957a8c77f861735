package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** SOCKS 4, and 4a, in which an address 0.0.0.x announces a name. */
final class Socks4 implements UpgradeGrammar {

    private static final int FIXED = 8;
    private static final int MAX_TEXT = 256;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.SOCKS4);

    /** A server's reply tells itself only by a zero and one of four codes, and by the TLS behind it. */
    static Fit fits(Direction direction, Inbox in) {
        boolean client = direction == Direction.CLIENT_TO_SERVER;
        int has = in.available();
        if (in.u8(0) != (client ? 4 : 0) || (has >= 2 && (client ? in.u8(1) != 1 : in.u8(1) != 0x5a))) {
            return Fit.NO;
        }
        if (has < 4) {
            return Fit.PERHAPS;
        }
        return Fit.of(!client || in.u16(2) != 0);
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? request(in) : reply(in);
    }

    private Step request(Inbox in) {
        if (notes.isAsked()) {
            return Step.DONE;
        }
        if (in.available() <= FIXED) {
            return Step.MORE;
        }
        int user = textEnd(in, FIXED);
        boolean named = in.u24(4) == 0 && in.u8(7) != 0;
        int end = named && user > 0 ? textEnd(in, user) : user;
        if (end <= 0) {
            return end == Inbox.MORE ? Step.MORE : Step.FOREIGN;
        }
        int port = in.u16(2);
        if (named) {
            notes.protocol(UpgradeProtocol.SOCKS4A)
                    .target(Addresses.of(in.bytes(user, end - user - 1).printable(), port));
        } else {
            notes.target(Addresses.of(in.bytes(4, 4), port));
        }
        notes.asked(in.bytes(0, FIXED));
        in.take(end);
        return Step.GATE;
    }

    private static int textEnd(Inbox in, int from) {
        for (int i = from; i < in.available() && i < from + MAX_TEXT; i++) {
            if (in.u8(i) == 0) {
                return i + 1;
            }
        }
        return in.available() < from + MAX_TEXT ? Inbox.MORE : Inbox.NEVER;
    }

    private Step reply(Inbox in) {
        if (in.available() < FIXED) {
            return Step.MORE;
        }
        int code = in.u8(1);
        boolean granted = in.u8(0) == 0 && code == 0x5a;
        notes.answered(granted ? Answer.ACCEPTED : Answer.REFUSED, in.bytes(0, FIXED), code);
        in.take(FIXED);
        return granted ? Step.DONE : Step.FOREIGN;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
